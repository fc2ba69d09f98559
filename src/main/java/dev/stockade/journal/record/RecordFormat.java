package dev.stockade.journal.record;

/** A form that a journal can have: how a record becomes bytes. Of the writer thread. */
interface RecordFormat {
  /**
   * Makes one line with its line feed: {@link RecordWriter#MAX_LENGTH} bytes at most in Stockade's
   * own form, four times that in others, which say some things twice.
   *
   * @param seq the record's number, from 1
   * @param prev what the line before is called in a chained journal; null where it is not chained
   */
  byte[] encode(
      JournalRecord record, long seq, PolicyStamp stamp, RecordedProcess process, String prev);
}
