package dev.stockade.fleet.cloudtrail;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.JsonText;
import dev.stockade.fleet.answer.AnswerFormat;
import dev.stockade.fleet.duckdb.Answer;
import dev.stockade.fleet.duckdb.DuckDb;
import dev.stockade.fleet.duckdb.Lake;
import dev.stockade.fleet.sql.Parameters;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** Writes what our calls and CloudTrail's log say together. */
final class JoinReport {
  private final Lake lake;
  private final Parameters parameters;
  private final Consumer<String> out;

  /**
   * @param out takes lines without their ends
   */
  JoinReport(Lake lake, Parameters parameters, Consumer<String> out) {
    this.lake = lake;
    this.parameters = parameters;
    this.out = out;
  }

  /**
   * @param trail what was read before; null for nothing
   */
  void write(AnswerFormat format, List<Section> sections, TrailCounts trail) {
    try {
      switch (format) {
        case json -> json(sections, trail);
        case csv -> answer(sections.get(0).sql(parameters), format);
        default -> text(sections);
      }
    } catch (SQLException e) {
      throw CommandFailure.failed("DuckDB: " + DuckDb.firstLine(e));
    }
  }

  private void answer(String sql, AnswerFormat format) throws SQLException {
    Answer.write(lake.connection(), sql, format.to(out));
  }

  private void json(List<Section> sections, TrailCounts trail) throws SQLException {
    out.accept("{\"trail\":" + (trail == null ? "null" : JsonText.of(trail.numbers())));
    for (Section section : sections) {
      out.accept(",\"" + section + "\":");
      answer(section.sql(parameters), AnswerFormat.json);
    }
    out.accept("}");
  }

  private void text(List<Section> sections) throws SQLException {
    for (Section section : sections) {
      out.accept("");
      out.accept(section.question().title());
      answer(section.shortSql(parameters), AnswerFormat.text);
    }
  }
}
