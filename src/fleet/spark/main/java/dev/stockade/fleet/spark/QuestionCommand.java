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

/** {@code question}. */
@Command(
    name = "question",
    description = "Asks a lake one of the questions that stockade-fleet.jar's sql lists.",
    footer = {
      "",
      "Example:",
      "  spark-submit --class dev.stockade.fleet.SparkFleet stockade-fleet-spark.jar \\",
      "    question readiness --lake s3a://bucket/lake --from 2026-11-01"
    })
final class QuestionCommand extends StockadeCommand {
  @Option(
      names = "--lake",
      required = true,
      paramLabel = "PLACE",
      description = "A folder, s3a://bucket/prefix, or what else Hadoop reads.")
  private String lake;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  private AnswerFormat format = AnswerFormat.text;

  @picocli.CommandLine.Parameters(paramLabel = "NAME", description = "The question.")
  private String name;

  @Mixin private ParameterOptions options;

  QuestionCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    Question question = Questions.named(name);
    Parameters parameters = options.parameters();
    SparkSession session = Session.open();
    LakeFolder folder = LakeFolder.of(lake, session.sparkContext().hadoopConfiguration());
    try {
      new SparkLake(session, folder, folder.catalog())
          .open(parameters.get(Parameter.FROM), parameters.get(Parameter.TO));
    } catch (IOException e) {
      throw CommandFailure.failed(lake + ": " + FileProblems.sentence(e));
    }
    AnswerFormat form = isJson() ? AnswerFormat.json : format;
    Rows.write(session.sql(question.sql(parameters)), form.to(line -> write(line + "\n")));
    return ExitCode.OK;
  }
}
