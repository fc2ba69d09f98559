package dev.stockade.fleet.command;

import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.TopCommand;
import dev.stockade.fleet.cloudtrail.JoinCommand;
import dev.stockade.fleet.ingest.CompactCommand;
import dev.stockade.fleet.ingest.IngestCommand;
import dev.stockade.fleet.ingest.VerifyCommand;
import dev.stockade.fleet.query.SqlCommand;
import dev.stockade.fleet.report.FleetCheckCommand;
import dev.stockade.fleet.report.FleetReportCommand;
import dev.stockade.fleet.ship.ShipCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The one list of all commands of stockade-fleet.jar. */
@Command(
    name = FleetCommands.NAME,
    customSynopsis = "java -jar stockade-fleet.jar COMMAND",
    footer = {
      "",
      "java -jar stockade-fleet.jar COMMAND --help tells of one command, with examples."
    })
final class FleetCommands extends TopCommand {
  static final String NAME = "stockade-fleet";

  private FleetCommands() {}

  static CommandLine of(Console console) {
    return new FleetCommands()
        .with(
            new IngestCommand(console),
            new FleetReportCommand(console),
            new FleetCheckCommand(console),
            new CompactCommand(console),
            new VerifyCommand(console),
            new JoinCommand(console),
            new SqlCommand(console),
            new ShipCommand(console));
  }
}
