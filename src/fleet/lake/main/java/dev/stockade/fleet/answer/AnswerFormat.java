package dev.stockade.fleet.answer;

import java.util.function.Consumer;
import java.util.function.Function;

/** The forms in which rows are written. Lower case: these are the words of {@code --format}. */
public enum AnswerFormat {
  /** Aligned columns for a terminal. */
  text(TextRows::new),
  /** RFC 4180. */
  csv(CsvRows::new),
  /** One JSON object. */
  json(JsonRows::new);

  private final Function<Consumer<String>, RowWriter> writer;

  AnswerFormat(Function<Consumer<String>, RowWriter> writer) {
    this.writer = writer;
  }

  /**
   * @param out takes lines without their ends
   */
  public RowWriter to(Consumer<String> out) {
    return writer.apply(out);
  }
}
