package dev.stockade.cli.policy;

import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.StockadeCommand;
import dev.stockade.policy.PolicyDiff;
import java.util.Collections;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policy diff}. */
@Command(
    name = "diff",
    description = {
      "Tells in what two policies differ.",
      "One line for each difference, nothing when they mean the same. What a file leaves out has"
          + " its default."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar stockade.jar policy diff deployed.yaml stockade.yaml",
      "  java -jar stockade.jar policy diff --exit-code deployed.yaml stockade.yaml || review"
    })
final class DiffCommand extends StockadeCommand {
  @Option(names = "--exit-code", description = "Ends with 1 when there are differences, else 0.")
  private boolean exitCode;

  @Parameters(index = "0", paramLabel = "A", description = "The policy file before.")
  private String before;

  @Parameters(index = "1", paramLabel = "B", description = "The policy file after.")
  private String after;

  DiffCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    List<String> lines = PolicyDiff.between(PolicyFiles.policy(before), PolicyFiles.policy(after));
    lines.forEach(this::say);
    json(Collections.singletonMap("differences", lines));
    return exitCode && !lines.isEmpty() ? ExitCode.FAILED : ExitCode.OK;
  }
}
