package dev.stockade.fleet.report;

import dev.stockade.cli.command.Console;
import dev.stockade.cli.journal.Input;
import dev.stockade.cli.report.CheckingCommand;
import dev.stockade.cli.report.Gathering;
import dev.stockade.cli.report.Needs;
import dev.stockade.fleet.duckdb.Underway;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code check}. */
@Command(
    name = "check",
    description = {
      "Fails on findings in a lake: exit code 1 when there is one that counts.",
      "With a baseline only new ones count. What an exception of the policy allows never does."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar stockade-fleet.jar check --lake lake --since 2026-11-23",
      "  java -jar stockade-fleet.jar check --lake lake --write-baseline known.txt",
      "  java -jar stockade-fleet.jar check --lake lake --baseline known.txt --format sarif --to"
          + " fleet.sarif"
    })
public final class FleetCheckCommand extends CheckingCommand {
  @Mixin private LakeOptions options;

  private Input input;

  public FleetCheckCommand(Console console) {
    super(console);
  }

  @Override
  protected Gathering gather() {
    try (Underway underway = Underway.on(this);
        ChosenLake lake = options.open(options.parameters(Map.of()), underway)) {
      FleetRecords records = new FleetRecords(lake, new Needs());
      input = records.input();
      return records.whole();
    }
  }

  @Override
  protected Input input() {
    return input;
  }

  @Override
  protected void refuse(String file) {
    options.refuse(file);
  }
}
