package dev.stockade.enforce;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A table of the requests that were written lately, by a hash of their signature: no signature is
 * in it. Each key has a row, in which the oldest of its few places is written over, so no thread
 * waits for another and a program that sends without end makes it forget, not grow. It knows how
 * far back each row forgets, lest what was forgotten is taken for what was never written.
 *
 * <p>It holds numbers, and objects that many requests share: an object for each would be young and
 * yet live on, and the collector would copy all of them again and again.
 */
final class SentRequests {
  private static final int ROW_BITS = 7;
  private static final int ROW = 16;

  /** AWS's own services answer within one; a long poll takes 20 seconds. */
  private static final long LIFE = TimeUnit.MINUTES.toNanos(5);

  /** In the time of one that was answered. */
  private static final long ANSWERED = 1;

  /** Written over at this moment. */
  private static final long NOTHING = 0;

  /**
   * The key of what is in a place, mixed with the id of what was judged. So two threads that meet
   * on a place never make a request of what they wrote there by halves.
   */
  private final AtomicLongArray marks = new AtomicLongArray(ROW << ROW_BITS);

  private final AtomicReferenceArray<JudgedRequest> judged =
      new AtomicReferenceArray<>(ROW << ROW_BITS);

  /** Twice when it was written, in nanoseconds from {@link #start}; 0 for nothing. */
  private final AtomicLongArray times = new AtomicLongArray(ROW << ROW_BITS);

  /** How many were written to each row. */
  private final AtomicIntegerArray written = new AtomicIntegerArray(1 << ROW_BITS);

  /** When the latest was written of those that a row has forgotten, from {@link #start}. */
  private final AtomicLongArray forgotten = new AtomicLongArray(1 << ROW_BITS);

  /** So that whatever is written is later. */
  private final long start = System.nanoTime() - 1;

  /**
   * Where another request with the same signature waits for its answer, which is a program's fault,
   * nobody can tell whose the next answer is: then nothing is concluded from it.
   *
   * @param now nanoseconds
   */
  void add(long key, JudgedRequest request, long now) {
    JudgedRequest known = isCertain(key, request, now) ? request : JudgedRequest.NONE;
    int row = row(key);
    int place = row * ROW + (written.getAndIncrement(row) & (ROW - 1));
    // Before it is gone: who does not find it must know that it may have been there.
    forget(row, times.get(place));
    marks.lazySet(place, NOTHING);
    forget(row, times.getAndSet(place, (now - start) << 1));
    judged.lazySet(place, known);
    marks.set(place, key ^ known.id);
  }

  private boolean isCertain(long key, JudgedRequest request, long now) {
    int place = place(key);
    if (place < 0) {
      return true;
    }
    long time = times.get(place);
    JudgedRequest before = judged.get(place);
    return isAnswered(time) || isOver(time, now) || before.isLike(request);
  }

  private void forget(int row, long time) {
    if (time != 0 && !isAnswered(time)) {
      forgotten.accumulateAndGet(row, time >> 1, Math::max);
    }
  }

  /** The last that was written, whether its answer is known or not; null for none. */
  SentRequest find(long key, long now) {
    int place = place(key);
    if (place < 0) {
      return null;
    }
    long time = times.get(place);
    JudgedRequest request = judged.get(place);
    long mark = key ^ request.id;
    // Else it was just written over.
    boolean isThere = marks.get(place) == mark;
    return isThere && !isOver(time, now) ? new SentRequest(this, place, mark, time, request) : null;
  }

  /** Where the last with this key is, or -1. */
  private int place(long key) {
    int row = row(key);
    int last = written.get(row) - 1;
    for (int i = 0; i < ROW; i++) {
      int place = row * ROW + (last - i & (ROW - 1));
      JudgedRequest request = judged.get(place);
      if (request != null && marks.get(place) == (key ^ request.id)) {
        return place;
      }
    }
    return -1;
  }

  /**
   * Marks one as answered that was found so.
   *
   * @return whether nobody has done so; of one that was written over that is not known
   */
  boolean answer(int place, long mark, long time) {
    return !isAnswered(time)
        && (times.compareAndSet(place, time, time | ANSWERED) || marks.get(place) != mark);
  }

  private static boolean isAnswered(long time) {
    return (time & ANSWERED) != 0;
  }

  private boolean isOver(long time, long now) {
    return now - start - (time >> 1) > LIFE;
  }

  /**
   * Whether one that was written after a time would still be known.
   *
   * @param since nanoseconds
   */
  boolean remembers(long key, long since, long now) {
    return now - since < LIFE && since - start > forgotten.get(row(key));
  }

  private static int row(long key) {
    return (int) (key >>> (Long.SIZE - ROW_BITS));
  }

  /** Says nothing of what it holds. */
  @Override
  public String toString() {
    return "SentRequests";
  }
}
