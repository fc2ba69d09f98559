package dev.stockade.fleet.query;

import dev.stockade.fleet.sql.Dialect;
import dev.stockade.fleet.sql.Parameters;
import dev.stockade.fleet.sql.Question;
import dev.stockade.fleet.sql.Questions;
import java.util.function.Consumer;

/** SQL for an engine of the user's, as a script: each statement ends with a semicolon. */
final class DialectText {
  private final Dialect dialect;
  private final String location;
  private final Parameters parameters;

  DialectText(Dialect dialect, String location, Parameters parameters) {
    this.dialect = dialect;
    this.location = location;
    this.parameters = parameters;
  }

  /**
   * @param one the question that is printed alone; null for tables, views and all questions
   */
  void print(Question one, Consumer<String> out) {
    if (one != null) {
      question(one, out);
      return;
    }
    out.accept("-- Tables and views of the lake " + location + " for " + dialect + ".");
    for (String statement : dialect.statements(location)) {
      out.accept("");
      out.accept(statement + ";");
    }
    for (Question question : Questions.all()) {
      out.accept("");
      question(question, out);
    }
  }

  private void question(Question question, Consumer<String> out) {
    out.accept("-- " + question.name() + ": " + question.title());
    out.accept(question.sql(parameters) + ";");
  }
}
