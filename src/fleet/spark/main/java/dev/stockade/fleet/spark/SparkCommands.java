package dev.stockade.fleet.spark;

import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The one list of all commands of stockade-fleet-spark.jar. */
@Command(
    name = "stockade-fleet-spark",
    customSynopsis =
        "spark-submit --class dev.stockade.fleet.SparkFleet stockade-fleet-spark.jar COMMAND",
    commandListHeading = "%n")
public final class SparkCommands {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      hidden = true)
  @SuppressWarnings("unused") // picocli sees to it
  private boolean help;

  @Option(names = "--version", versionHelp = true, hidden = true)
  @SuppressWarnings("unused") // picocli sees to it
  private boolean version;

  private SparkCommands() {}

  /** With the streams that commands write to. */
  public static CommandLine of(Console console) {
    CommandLine top =
        new CommandLine(new SparkCommands())
            .addSubcommand(new IngestCommand(console))
            .addSubcommand(new QuestionCommand(console))
            .addSubcommand(new ReportCommand(console))
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
    commands.getSubcommands().values().forEach(SparkCommands::describe);
  }
}
