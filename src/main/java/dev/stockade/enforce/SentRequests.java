package dev.stockade.enforce;

import dev.stockade.policy.Decision;
import dev.stockade.policy.aws.AwsFacts;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A table of the requests that were written lately, by a hash of their signature: no signature is
 * in it. Each key has a row, in which the oldest of its few places is written over, so no thread
 * waits for another and a program that sends without end makes it forget, not grow. It knows how
 * far back each row forgets, lest what was forgotten is taken for what was never written.
 */
final class SentRequests {
  private static final int ROW_BITS = 7;
  private static final int ROW = 16;

  /** AWS's own services answer within one; a long poll takes 20 seconds. */
  private static final long LIFE = TimeUnit.MINUTES.toNanos(5);

  private final AtomicReferenceArray<SentRequest> places =
      new AtomicReferenceArray<>(ROW << ROW_BITS);

  /**
   * The keys of what is in the places, beside each other: who looks need not fetch each request.
   */
  private final AtomicLongArray keys = new AtomicLongArray(ROW << ROW_BITS);

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
   * @param facts null where nothing was decided, as the decision is then
   * @param now nanoseconds
   */
  void add(long key, AwsFacts facts, Decision decision, long now) {
    SentRequest waiting = find(key, now);
    boolean certain = waiting == null || waiting.isAnswered() || waiting.isOf(facts);
    SentRequest added =
        new SentRequest(key, now, certain ? facts : null, certain ? decision : null);
    int row = row(key);
    int place = row * ROW + (written.getAndIncrement(row) & (ROW - 1));
    // Before it is gone: who does not find it must know that it may have been there.
    forget(row, places.get(place));
    forget(row, places.getAndSet(place, added));
    keys.set(place, key);
  }

  private void forget(int row, SentRequest before) {
    if (before != null && !before.isAnswered()) {
      forgotten.accumulateAndGet(row, before.at - start, Math::max);
    }
  }

  /** The last that was written, whether its answer is known or not; null for none. */
  SentRequest find(long key, long now) {
    int row = row(key);
    int last = written.get(row) - 1;
    for (int i = 0; i < ROW; i++) {
      int place = row * ROW + (last - i & (ROW - 1));
      SentRequest sent = keys.get(place) == key ? places.get(place) : null;
      if (sent != null && sent.key == key) {
        return now - sent.at > LIFE ? null : sent;
      }
    }
    return null;
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
