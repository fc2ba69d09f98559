package dev.stockade.fleet.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * A question that the lake answers.
 *
 * @param name lower case with hyphens, as in {@code sql --question NAME}
 * @param title for people
 * @param columns the names of what it answers with, in order
 * @param text SQL that may hold {@code ${from}} and other {@link Parameter}s; no semicolon
 */
public record Question(String name, String title, List<String> columns, String text) {
  private static final String TITLE = "-- title: ";
  private static final String COLUMNS = "-- columns: ";

  /** Reads a file whose first two lines are title and columns. */
  static Question read(String name) {
    String file = SqlFile.text("questions/" + name + ".sql");
    List<String> lines = file.lines().toList();
    return new Question(
        name,
        after(TITLE, lines.get(0)),
        List.of(after(COLUMNS, lines.get(1)).split(", ", -1)),
        String.join("\n", lines.subList(2, lines.size())));
  }

  private static String after(String head, String line) {
    if (!line.startsWith(head)) {
      throw new IllegalStateException("expected " + head + "but was " + line);
    }
    return line.substring(head.length());
  }

  /** What it leaves open. */
  public List<Parameter> parameters() {
    List<Parameter> open = new ArrayList<>();
    for (Parameter parameter : Parameter.values()) {
      if (text.contains("${" + parameter.label() + "}")) {
        open.add(parameter);
      }
    }
    return open;
  }

  /** The SQL, the same for every engine, with the parameters put in. */
  public String sql(Parameters parameters) {
    return parameters.putInto(text);
  }
}
