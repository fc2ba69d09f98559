package dev.stockade.journal.record;

/**
 * Stockade's own form, and from there another: what exports make of a journal and what an agent
 * writes cannot differ.
 */
final class ReshapedFormat implements RecordFormat {
  private final RecordFormat own = new NdjsonFormat();
  private final LineForm form;

  ReshapedFormat(LineForm form) {
    this.form = form;
  }

  @Override
  public byte[] encode(
      JournalRecord record, long seq, PolicyStamp stamp, RecordedProcess process, String prev) {
    return form.of(own.encode(record, seq, stamp, process, prev));
  }
}
