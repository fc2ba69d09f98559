package dev.stockade.cli.report;

import dev.stockade.base.IsoTime;
import dev.stockade.cli.journal.Counts;
import dev.stockade.cli.journal.SeenRecord;

/** How often something was seen, and from when to when. */
class Span {
  private long count;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  final void add(SeenRecord record) {
    count = Counts.sum(count, record.count());
    if (record.last() != Long.MIN_VALUE) {
      first = Math.min(first, record.first());
      last = Math.max(last, record.last());
    }
  }

  final long count() {
    return count;
  }

  /** Milliseconds since the epoch; greater than {@link #last()} where no time is known. */
  final long first() {
    return first;
  }

  final long last() {
    return last;
  }

  /** Null where it is not known. */
  final String firstTime() {
    return first > last ? null : IsoTime.of(first);
  }

  final String lastTime() {
    return first > last ? null : IsoTime.of(last);
  }
}
