package dev.stockade.fleet.answer;

import java.util.List;

/** Takes an answer row by row, so that one of any length needs no memory. */
public interface RowWriter {
  /** The names, once, before all rows. */
  void columns(List<String> names);

  /**
   * One row.
   *
   * @param values in the order of the columns; each of what {@link Cell#of} makes
   */
  void row(List<?> values);

  /** After all rows. */
  void end();
}
