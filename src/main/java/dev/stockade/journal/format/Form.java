package dev.stockade.journal.format;

/** A form of another product's that a record can be written in, and read from again. */
interface Form {
  /**
   * The record in this form.
   *
   * @param record is used up
   * @param id of the event, the same whenever it is written
   */
  RecordTree write(RecordTree record, String id);

  /** Whether a line has this form. */
  boolean isOf(RecordTree line);

  /**
   * The record that such a line was made of.
   *
   * @throws IllegalArgumentException when another product wrote it
   */
  RecordTree read(RecordTree line);

  /** The event's id in such a line; null where it has none. */
  String id(RecordTree line);
}
