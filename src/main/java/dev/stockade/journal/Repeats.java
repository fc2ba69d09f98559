package dev.stockade.journal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts what happens again, in the threads that do it: an event crosses the queue for the first
 * sight, then the writer collects the counts.
 *
 * <p>Each thread has one of a few cells, a cache line apart. To end the counting the writer
 * exchanges each cell for a number below zero: that tells it the exact count, and everybody who
 * comes later that an event has to be offered again. So nothing is lost and nothing waits.
 */
public final class Repeats {
  private static final int MAX_CELLS = 8;

  /** Longs from one cell to the next: a cache line. */
  private static final int APART = 8;

  private static final int CELLS = cells(Runtime.getRuntime().availableProcessors());
  private static final long SEALED = Long.MIN_VALUE;
  private static final long QUIET = TimeUnit.SECONDS.toNanos(1);

  private final Event event;
  private final AtomicLongArray cells = new AtomicLongArray(CELLS * APART);

  /** When the first was seen that is not collected, in milliseconds since the epoch; or 0. */
  private volatile long from;

  /** When the last was seen. */
  private volatile long to;

  /** The rest is the writer's alone. */
  private long collected;

  private long first;
  private long last;
  private long sinceNanos;
  private boolean isNew = true;

  Repeats(Event event) {
    this.event = event;
    this.to = event.time();
  }

  /** What is counted, as it was seen first. */
  public Event event() {
    return event;
  }

  /** When it was seen last. */
  public long seen() {
    return to;
  }

  /** Counts one; false where nobody collects any more. */
  boolean count(long time) {
    if (to != time) {
      to = time;
    }
    if (from == 0) {
      from = time;
    }
    int cell = System.identityHashCode(Thread.currentThread()) & (CELLS - 1);
    return cells.incrementAndGet(cell * APART) > 0;
  }

  /** How many came since the last time. */
  long collect(long nanos) {
    long all = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      all += cells.get(cell * APART);
    }
    long more = take(all);
    if (more > 0 || isNew) {
      isNew = false;
      sinceNanos = nanos;
    }
    return more;
  }

  /** Whether none came for a second. */
  boolean isQuiet(long nanos) {
    return nanos - sinceNanos >= QUIET;
  }

  /** Ends the counting and returns how many came since the last time. Called once. */
  long seal() {
    long all = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      all += cells.getAndSet(cell * APART, SEALED);
    }
    return take(all);
  }

  /** When the first of those was seen that were collected last. */
  long first() {
    return first;
  }

  /** When the last of them was seen. */
  long last() {
    return last;
  }

  private long take(long all) {
    long more = all - collected;
    if (more > 0) {
      collected = all;
      long end = to;
      // None where a thread was just between its time and its count.
      long begin = from == 0 ? end : from;
      from = 0;
      // The clock may have been put back, and threads may come in another order.
      first = Math.min(begin, end);
      last = Math.max(begin, end);
    }
    return more;
  }

  /** A power of two, and more than processors, so that two threads seldom meet in one. */
  private static int cells(int processors) {
    return Math.min(MAX_CELLS, 4 * Integer.highestOneBit(Math.max(1, processors)));
  }
}
