package dev.stockade.journal.format;

import java.util.List;

/** One field of a record that has a field of its own in another form. */
final class Row {
  private final String ours;
  private final String theirs;
  private final Conversion conversion;

  private Row(String ours, String theirs, Conversion conversion) {
    this.ours = ours;
    this.theirs = theirs;
    this.conversion = conversion;
  }

  static Row of(String ours, String theirs, Conversion conversion) {
    return new Row(ours, theirs, conversion);
  }

  static Row text(String ours, String theirs) {
    return new Row(ours, theirs, Conversion.TEXT);
  }

  static Row number(String ours, String theirs) {
    return new Row(ours, theirs, Conversion.NUMBER);
  }

  /**
   * Takes from the record what has a place, and leaves the rest. What could not be read back from
   * there stays in the record, too.
   */
  static void move(List<Row> rows, RecordTree record, RecordTree line) {
    for (Row row : rows) {
      Object value = record.get(row.ours);
      Object converted = value == null || line.has(row.theirs) ? null : row.conversion.out(value);
      line.put(row.theirs, converted);
      if (converted != null && value.equals(row.conversion.in(converted))) {
        record.remove(row.ours);
      }
    }
  }

  /** Takes the other names in one and the same tree back. */
  static void restore(List<Row> rows, RecordTree record) {
    back(rows, record, record);
    for (Row row : rows) {
      record.remove(row.theirs);
    }
  }

  /** Gives a record what has its place elsewhere; what rode along comes first. */
  static void back(List<Row> rows, RecordTree line, RecordTree record) {
    for (Row row : rows) {
      Object value = line.get(row.theirs);
      if (value != null && !record.has(row.ours)) {
        record.put(row.ours, row.conversion.in(value));
      }
    }
  }
}
