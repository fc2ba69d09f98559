package dev.stockade.cli.report;

import dev.stockade.cli.journal.Counts;
import dev.stockade.cli.journal.SeenRecord;
import java.util.function.Consumer;

/**
 * What is to be counted of each of the lines that are alike. A folded journal has thousands of
 * each: they are summed up here, and their sum is counted once, but for what depends on the time.
 */
final class Noted {
  /** A record may be counted for a service and for the whole fleet. */
  final Object owner;

  private final Consumer<SeenRecord> byTime;
  private Consumer<SeenRecord> counters = record -> {};

  /** Of the sum; null for none. */
  private SeenRecord latest;

  private long first;
  private long last;
  private long count;

  /**
   * @param byTime takes each record with its own time, before or after the rest
   */
  Noted(Object owner, Consumer<SeenRecord> byTime) {
    this.owner = owner;
    this.byTime = byTime;
  }

  void counts(Consumer<SeenRecord> counter) {
    counters = counters.andThen(counter);
  }

  /** Counts it now. */
  void count(SeenRecord record) {
    byTime.accept(record);
    counters.accept(record);
  }

  /**
   * Takes one more of these lines, to be counted later.
   *
   * @return whether none was waiting to be counted
   */
  boolean add(SeenRecord record) {
    byTime.accept(record);
    boolean isFirst = latest == null;
    first = isFirst ? record.first() : Math.min(first, record.first());
    last = isFirst ? record.last() : Math.max(last, record.last());
    count = Counts.sum(isFirst ? 0 : count, record.count());
    latest = record;
    return isFirst;
  }

  /** Counts what waits. */
  void count() {
    if (latest != null) {
      counters.accept(latest.summed(first, last, count));
      latest = null;
    }
  }
}
