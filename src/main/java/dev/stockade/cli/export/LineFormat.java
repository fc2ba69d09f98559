package dev.stockade.cli.export;

import dev.stockade.journal.format.RecordTree;

/** One line of text for each record. */
public interface LineFormat {
  /**
   * The line of a record, without a line feed.
   *
   * @param record stays as it is
   * @param id of the event, 64 hexadecimal digits
   * @param losses is told what does not become text
   * @return null where the format has no place for such a record
   */
  String line(RecordTree record, String id, Losses losses);

  /** What a file begins with; null for nothing. */
  default String head() {
    return null;
  }
}
