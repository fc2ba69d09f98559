package dev.stockade.fleet.report;

import dev.stockade.cli.command.YamlText;
import dev.stockade.cli.report.Section;
import dev.stockade.cli.report.Table;
import dev.stockade.fleet.duckdb.DuckDb;
import dev.stockade.fleet.sql.Question;
import dev.stockade.fleet.sql.Questions;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The answer to one of the lake's questions as a table of a report. */
final class QuestionTable {
  private static final Pattern WORD = Pattern.compile("_([a-z])");
  private static final int MAX_LENGTH = 300;

  private final ChosenLake lake;
  private final int maxRows;

  QuestionTable(ChosenLake lake, int maxRows) {
    this.lake = lake;
    this.maxRows = maxRows;
  }

  /**
   * Adds it to a section.
   *
   * @param name of the table in JSON
   * @return how many rows the answer has; -1 where it failed, which is said
   */
  long add(Section section, String name, String question) {
    Question asked = Questions.named(question);
    List<String> columns = new ArrayList<>();
    asked.columns().forEach(column -> columns.add(camel(column)));
    Table table = section.table(name, columns.size(), columns.toArray(new String[0]));
    long all = 0;
    lake.underway().at("asking for " + question);
    try (Statement statement = lake.connection().createStatement();
        ResultSet rows = lake.underway().ask(statement, asked.sql(lake.parameters()))) {
      while (rows.next()) {
        if (all++ < maxRows) {
          Object[] row = new Object[columns.size()];
          for (int i = 0; i < row.length; i++) {
            row[i] = cell(rows, i + 1);
          }
          table.row(row);
        }
      }
    } catch (SQLException e) {
      section.say("The question " + question + " has no answer: " + DuckDb.firstLine(e));
      return -1;
    }
    if (all > table.rows.size()) {
      table.folded = all - table.rows.size() + " more are folded: --format json has them all";
    }
    return all;
  }

  private static String camel(String column) {
    return WORD.matcher(column).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
  }

  private static Object cell(ResultSet rows, int at) throws SQLException {
    if (rows.getMetaData().getColumnTypeName(at).equals(Times.TYPE)) {
      return Times.text(rows, at);
    }
    Object value = rows.getObject(at);
    return value instanceof BigInteger || value instanceof Integer || value instanceof Long
        ? Long.valueOf(((Number) value).longValue())
        : value == null ? null : YamlText.cut(value.toString(), MAX_LENGTH);
  }
}
