package dev.stockade.fleet.query;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.StockadeCommand;
import dev.stockade.fleet.answer.AnswerFormat;
import dev.stockade.fleet.duckdb.Answer;
import dev.stockade.fleet.duckdb.DuckDb;
import dev.stockade.fleet.duckdb.Lake;
import dev.stockade.fleet.duckdb.LimitOptions;
import dev.stockade.fleet.duckdb.Underway;
import dev.stockade.fleet.sql.Dialect;
import dev.stockade.fleet.sql.Parameter;
import dev.stockade.fleet.sql.ParameterOptions;
import dev.stockade.fleet.sql.Parameters;
import dev.stockade.fleet.sql.Question;
import dev.stockade.fleet.sql.Questions;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sql}. */
@Command(
    name = "sql",
    description = {
      "Asks a lake one of the questions, or a SELECT of your own; prints either for another"
          + " engine.",
      "Without --lake and --dialect it lists the questions."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar stockade-fleet.jar sql --lake lake --question readiness --from 2026-11-01",
      "  java -jar stockade-fleet.jar sql --lake lake 'SELECT kind, sum(n) FROM records GROUP BY"
          + " 1'",
      "  java -jar stockade-fleet.jar sql --dialect athena --location s3://bucket/lake"
    })
public final class SqlCommand extends StockadeCommand {
  @Option(names = "--lake", paramLabel = "PLACE", description = "A folder or s3://bucket/prefix.")
  private String lake;

  @Option(names = "--question", paramLabel = "NAME", description = "One of the questions.")
  private String question;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  private AnswerFormat format = AnswerFormat.text;

  @Option(
      names = "--dialect",
      paramLabel = "ENGINE",
      description = "Prints tables, views and questions for ${COMPLETION-CANDIDATES}.")
  private Dialect dialect;

  @Option(
      names = "--location",
      paramLabel = "PLACE",
      description = "With --dialect: where that engine finds the lake.")
  private String location = "s3://YOUR-BUCKET/lake";

  @picocli.CommandLine.Parameters(
      arity = "0..1",
      paramLabel = "SELECT",
      description = "One SELECT; with --dialect the name of a question, which is printed alone.")
  private String select;

  @Mixin private ParameterOptions options;

  @Mixin private LimitOptions limits;

  public SqlCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    if (dialect != null) {
      new DialectText(dialect, location, options.parameters()).print(chosen(), this::line);
    } else if (lake == null) {
      list();
    } else {
      ask();
    }
    return ExitCode.OK;
  }

  /** The question to print; null for all. */
  private Question chosen() {
    if (lake != null || (select != null && question != null)) {
      throw CommandFailure.usage("--dialect prints SQL: with at most the name of one question");
    }
    String name = question == null ? select : question;
    return name == null ? null : Questions.named(name);
  }

  private void list() {
    if (select != null || question != null) {
      throw CommandFailure.usage("which lake? --lake DIR or --lake s3://bucket/prefix");
    }
    json(Map.of("questions", Questions.all().stream().map(SqlCommand::described).toList()));
    for (Question one : Questions.all()) {
      say(String.format("%-24s %s", one.name(), one.title()));
    }
  }

  private static Map<String, Object> described(Question question) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("name", question.name());
    members.put("title", question.title());
    members.put("columns", question.columns());
    members.put("parameters", question.parameters().stream().map(Parameter::label).toList());
    return members;
  }

  private void ask() {
    if ((select == null) == (question == null)) {
      throw CommandFailure.usage("either a SELECT or --question NAME; sql alone lists the names");
    }
    Parameters parameters = options.parameters();
    boolean isLimited = question != null || options.isLimited();
    String sql = question == null ? select : Questions.named(question).sql(parameters);
    try (Underway underway = Underway.on(this);
        Lake open =
            Lake.open(
                lake,
                limits.limits(),
                isLimited ? parameters.get(Parameter.FROM) : null,
                isLimited ? parameters.get(Parameter.TO) : null,
                underway)) {
      Confinement.to(open.folder(), open.connection());
      if (question == null) {
        OneSelect.check(open.connection(), sql);
      }
      underway.at("asking");
      AnswerFormat form = isJson() ? AnswerFormat.json : format;
      Answer.write(open.connection(), sql, form.to(this::line), underway);
    } catch (SQLException e) {
      throw CommandFailure.failed("SQL: " + DuckDb.firstLine(e));
    }
  }

  private void line(String line) {
    write(line + "\n");
  }
}
