package dev.stockade.cli.attach;

import dev.stockade.cli.Console;
import dev.stockade.cli.ExitCode;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code status}. */
@Command(
    name = "status",
    description = {
      "Tells how Stockade does in a JVM: mode, policy, rules, hooks, counts, errors, journal,"
          + " exceptions, canary and cost."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar stockade.jar status 4711",
      "  java -jar stockade.jar status 4711 -o json | jq .counts"
    })
public final class StatusCommand extends EngineCommand {
  @Option(
      names = "--all-rules",
      description = "Names every rule, not only those whose stage stands out.")
  private boolean allRules;

  public StatusCommand(Console console) {
    super(console);
  }

  @Override
  int run(Jvm jvm, RunningEngine engine) {
    Map<String, Object> status = engine.ask("status");
    StatusText.of(status, allRules).forEach(this::say);
    json(status);
    return ExitCode.WELL;
  }
}
