package dev.stockade.fleet.spark;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.StockadeCommand;
import dev.stockade.fleet.answer.AnswerFormat;
import dev.stockade.fleet.sql.Parameter;
import dev.stockade.fleet.sql.ParameterOptions;
import dev.stockade.fleet.sql.Parameters;
import dev.stockade.fleet.sql.Question;
import dev.stockade.fleet.sql.Questions;
import java.io.IOException;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code report}. */
@Command(
    name = "report",
    description = "Asks a lake all the questions, one after the other.",
    footer = {
      "",
      "Example:",
      "  spark-submit --class dev.stockade.fleet.SparkFleet stockade-fleet-spark.jar \\",
      "    report --lake s3a://bucket/lake --from 2026-11-01"
    })
final class ReportCommand extends StockadeCommand {
  @Option(
      names = "--lake",
      required = true,
      paramLabel = "PLACE",
      description = "A folder, s3a://bucket/prefix, or what else Hadoop reads.")
  private String lake;

  @Mixin private ParameterOptions options;

  ReportCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    Parameters parameters = options.parameters();
    SparkSession session = Session.open();
    LakeFolder folder = LakeFolder.of(lake, session.sparkContext().hadoopConfiguration());
    try {
      new SparkLake(session, folder, folder.catalog())
          .open(parameters.get(Parameter.FROM), parameters.get(Parameter.TO));
    } catch (IOException e) {
      throw CommandFailure.failed(lake + ": " + FileProblems.sentence(e));
    }
    String separator = "{";
    for (Question question : Questions.all()) {
      if (isJson()) {
        write(separator + "\"" + question.name() + "\":\n");
        separator = ",";
      } else {
        say("== " + question.title());
      }
      AnswerFormat form = isJson() ? AnswerFormat.json : AnswerFormat.text;
      Rows.write(session.sql(question.sql(parameters)), form.to(line -> write(line + "\n")));
      say("");
    }
    if (isJson()) {
      write("}\n");
    }
    return ExitCode.OK;
  }
}
