package dev.stockade.fleet.command;

import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The one list of all commands of stockade-fleet.jar. */
@Command(
    name = FleetCommands.NAME,
    customSynopsis = "java -jar stockade-fleet.jar COMMAND",
    commandListHeading = "%n",
    footer = {
      "",
      "java -jar stockade-fleet.jar COMMAND --help tells of one command, with examples."
    })
final class FleetCommands {
  static final String NAME = "stockade-fleet";

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      hidden = true)
  @SuppressWarnings("unused") // picocli sees to it
  private boolean help;

  @Option(names = "--version", versionHelp = true, hidden = true)
  @SuppressWarnings("unused") // picocli sees to it
  private boolean version;

  private FleetCommands() {}

  static CommandLine of(Console console) {
    CommandLine top =
        new CommandLine(new FleetCommands())
            .addSubcommand(new IngestCommand(console))
            .addSubcommand(new FleetReportCommand(console))
            .addSubcommand(new FleetCheckCommand(console))
            .addSubcommand(new CompactCommand(console))
            .addSubcommand(new VerifyCommand(console))
            .addSubcommand(new JoinCommand(console))
            .addSubcommand(new SqlCommand(console))
            .addSubcommand(new ShipCommand(console))
            .addSubcommand(new CommandLine.HelpCommand());
    describe(top);
    return top;
  }

  private static void describe(CommandLine commands) {
    CommandSpec spec = commands.getCommandSpec();
    spec.usageMessage()
        .width(100)
        .synopsisHeading("usage: ")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(ExitCode.described());
    commands.getSubcommands().values().forEach(FleetCommands::describe);
  }
}
