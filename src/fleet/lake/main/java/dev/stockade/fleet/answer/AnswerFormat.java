package dev.stockade.fleet.answer;

import java.util.function.Consumer;

/** The forms in which rows are written. Lower case: these are the words of {@code --format}. */
public enum AnswerFormat {
  /** Aligned columns for a terminal. */
  text,
  /** RFC 4180. */
  csv,
  /** One JSON object. */
  json;

  /**
   * @param out takes lines without their ends
   */
  public RowWriter to(Consumer<String> out) {
    return switch (this) {
      case text -> new TextRows(out);
      case csv -> new CsvRows(out);
      case json -> new JsonRows(out);
    };
  }
}
