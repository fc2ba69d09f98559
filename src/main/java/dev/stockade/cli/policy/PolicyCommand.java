package dev.stockade.cli.policy;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.StockadeCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code policy}: the commands that read policy files. */
@Command(
    name = "policy",
    description = "Checks, explains, tests and compares policy files.",
    footer = {
      "",
      "Examples:",
      "  java -jar stockade.jar policy lint stockade.yaml",
      "  java -jar stockade.jar policy explain stockade.yaml db.internal:1433",
      "  java -jar stockade.jar policy test stockade.yaml cases.yaml",
      "  java -jar stockade.jar policy diff old.yaml new.yaml"
    })
public final class PolicyCommand extends StockadeCommand {
  private PolicyCommand(Console console) {
    super(console);
  }

  /** With its own commands below it. */
  public static CommandLine of(Console console) {
    return new CommandLine(new PolicyCommand(console))
        .addSubcommand(new LintCommand(console))
        .addSubcommand(new PolicyExplainCommand(console))
        .addSubcommand(new PolicyTestCommand(console))
        .addSubcommand(new DiffCommand(console));
  }

  @Override
  public Integer call() {
    throw CommandFailure.usage("policy needs one of lint, explain, test, diff");
  }
}
