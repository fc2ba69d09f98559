package dev.stockade.fleet.answer;

import java.util.List;
import java.util.function.Consumer;

/**
 * Comma-separated values (RFC 4180), with a line of names. NULL is an empty cell, a row is one
 * line.
 */
final class CsvRows implements RowWriter {
  private final Consumer<String> out;

  CsvRows(Consumer<String> out) {
    this.out = out;
  }

  @Override
  public void columns(List<String> names) {
    row(names);
  }

  @Override
  public void row(List<?> values) {
    StringBuilder line = new StringBuilder();
    String separator = "";
    for (Object value : values) {
      line.append(separator).append(cell(value));
      separator = ",";
    }
    out.accept(line.toString());
  }

  @Override
  public void end() {
    // The last row was the end.
  }

  /** Spreadsheets run what begins like a formula; with an apostrophe before it, it is a text. */
  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    String shown = Cell.text(value);
    boolean isFormula =
        !(value instanceof Number) && shown.length() > 1 && "=+-@".indexOf(shown.charAt(0)) >= 0;
    String safe = (isFormula ? "'" : "") + shown;
    boolean isPlain = safe.indexOf(',') < 0 && safe.indexOf('"') < 0;
    return isPlain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
