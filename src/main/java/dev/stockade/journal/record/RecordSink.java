package dev.stockade.journal.record;

import dev.stockade.journal.Event;
import dev.stockade.journal.EventSink;
import dev.stockade.journal.SinkContext;

/** Events as records, from top to bottom: under which policy, folded, numbered, written. */
public final class RecordSink implements EventSink {
  private final PolicyStamp stamp;
  private final RecordWriter records;
  private final PeerShares shares;
  private final RepeatFolding folds;

  /**
   * For settings that want records.
   *
   * @param form null for Stockade's own
   */
  public RecordSink(SinkContext context, LineForm form) {
    stamp = new PolicyStamp(context.settings());
    RecordFormat format = form == null ? new NdjsonFormat() : new ReshapedFormat(form);
    records = new RecordWriter(context, stamp, format);
    shares = new PeerShares(context);
    folds = new RepeatFolding(records, shares, context.clock());
  }

  @Override
  public void take(Event event) {
    again(event, 1, event.time(), event.time());
  }

  @Override
  public void again(Event event, long count, long first, long last) {
    if (stamp.isBefore(event)) {
      // What was folded under the policy before is written under it.
      folds.flush();
      stamp.take(event.policy());
    }
    tick();
    folds.see(event, count, first, last);
  }

  @Override
  public void tick() {
    folds.tick();
    shares.tell(records, false);
    records.settle();
  }

  @Override
  public boolean isIdle() {
    return folds.isEmpty() && shares.isSettled() && records.isSettled();
  }

  @Override
  public void close() {
    folds.flush();
    shares.tell(records, true);
    records.close();
  }
}
