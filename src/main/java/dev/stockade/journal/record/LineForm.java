package dev.stockade.journal.record;

/** Gives the line of a record another form. Of the writer thread. */
public interface LineForm {
  /**
   * Makes one line of another.
   *
   * @param line a record in Stockade's own form, with its line feed
   * @return one with its line feed
   */
  byte[] of(byte[] line);
}
