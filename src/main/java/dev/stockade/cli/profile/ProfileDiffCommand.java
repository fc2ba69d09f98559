package dev.stockade.cli.profile;

import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.StockadeCommand;
import dev.stockade.policy.tls.Profile;
import dev.stockade.policy.tls.ProfileDiff;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code profile diff}. */
@Command(
    name = "diff",
    description = {
      "Tells in what two profiles differ.",
      "One line for each difference, nothing when they ask for the same."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar stockade.jar profile diff nist fips",
      "  java -jar stockade.jar profile diff bsi acme-2026 --policy stockade.yaml"
    })
final class ProfileDiffCommand extends StockadeCommand {
  @Option(names = "--exit-code", description = "Ends with 1 when there are differences, else 0.")
  private boolean exitCode;

  @Parameters(index = "0", paramLabel = "A", description = "One profile, by id or short name.")
  private String before;

  @Parameters(index = "1", paramLabel = "B", description = "The other.")
  private String after;

  @Mixin private ProfileFile profiles;

  ProfileDiffCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    Profile one = profiles.named(before);
    Profile other = profiles.named(after);
    List<String> lines = ProfileDiff.between(one, other);
    lines.forEach(this::say);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("before", one.id());
    result.put("after", other.id());
    result.put("differences", lines);
    json(result);
    return exitCode && !lines.isEmpty() ? ExitCode.FAILED : ExitCode.OK;
  }
}
