package dev.stockade.journal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What is counted instead of being queued, for the writer to collect. There is room for a bounded
 * number; what finds none goes through the queue, as does what was not seen for a second.
 */
final class OpenRepeats {
  static final int LIMIT = 512;

  private final AtomicInteger reserved = new AtomicInteger();
  private volatile boolean stopped;

  /** Whose first event has been taken. The writer's alone. */
  private final List<Repeats> open = new ArrayList<>();

  /** Whether one more may be counted; to be released unless it is opened. */
  boolean reserve() {
    if (stopped || reserved.get() >= LIMIT) {
      return false;
    }
    if (reserved.incrementAndGet() <= LIMIT) {
      return true;
    }
    release();
    return false;
  }

  void release() {
    reserved.decrementAndGet();
  }

  /** From now on its counts are collected. */
  void open(Repeats repeats) {
    open.add(repeats);
  }

  /**
   * Whether nobody collects any more. What was never opened is not sealed: its event may lie in a
   * queue that a writer which died or never started leaves as it is.
   */
  boolean isStopped() {
    return stopped;
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  /** Hands over what came since the last time, and lets go of what is quiet. */
  void collect(EventDispatcher recorder, long nanos) {
    for (Iterator<Repeats> all = open.iterator(); all.hasNext(); ) {
      Repeats repeats = all.next();
      long count = repeats.collect(nanos);
      if (count == 0 && repeats.isQuiet(nanos)) {
        all.remove();
        release();
        count = repeats.seal();
      }
      if (count > 0) {
        recorder.again(repeats, count);
      }
    }
  }

  /** Nothing is counted any more; hands over what was. */
  void close(EventDispatcher recorder) {
    stopped = true;
    for (Repeats repeats : open) {
      long count = repeats.seal();
      if (count > 0) {
        recorder.again(repeats, count);
      }
    }
    open.clear();
  }

  /**
   * Nobody collects any more.
   *
   * @return how many are lost by that; none after {@link #close}
   */
  long stop() {
    stopped = true;
    long lost = 0;
    for (Repeats repeats : open) {
      lost += repeats.seal();
    }
    open.clear();
    return lost;
  }
}
