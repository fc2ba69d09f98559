package dev.stockade.fleet.spark;

import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.TopCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The one list of all commands of stockade-fleet-spark.jar. */
@Command(
    name = "stockade-fleet-spark",
    customSynopsis =
        "spark-submit --class dev.stockade.fleet.SparkFleet stockade-fleet-spark.jar COMMAND")
public final class SparkCommands extends TopCommand {
  private SparkCommands() {}

  /** With the streams that commands write to. */
  public static CommandLine of(Console console) {
    return new SparkCommands()
        .with(new IngestCommand(console), new QuestionCommand(console), new ReportCommand(console));
  }
}
