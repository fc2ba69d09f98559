package dev.stockade.aws.keys;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Scopes for which no source had a key a moment ago, so that asking again costs nothing. One slot a
 * hash: a later miss may take the place of an earlier one.
 */
public final class RecentMisses {
  private static final int SLOTS = 256;
  private static final long LIFE_SECONDS = 10;
  private static final long SECOND = 1_000_000_000L;

  /** The upper bits are of the hash, the lower twenty the second of the miss. */
  private final AtomicLongArray slots = new AtomicLongArray(SLOTS);

  private static final int SECOND_BITS = 20;
  private static final long SECONDS = (1L << SECOND_BITS) - 1;

  public boolean has(long hash) {
    long slot = slots.get((int) (hash >>> 56));
    return slot != 0
        && (slot ^ hash) >>> SECOND_BITS == 0
        && ((second() - slot) & SECONDS) <= LIFE_SECONDS;
  }

  public void add(long hash) {
    slots.set((int) (hash >>> 56), (hash & ~SECONDS) | (second() & SECONDS));
  }

  private static long second() {
    return System.nanoTime() / SECOND;
  }
}
