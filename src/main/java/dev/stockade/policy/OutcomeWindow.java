package dev.stockade.policy;

import java.util.Arrays;

/**
 * Outcomes of the last so many milliseconds, counted in ten parts of which the oldest is dropped at
 * once: an outcome counts for nine to ten tenths of the window, never longer. Guarded by its owner.
 */
final class OutcomeWindow {
  private static final int PARTS = 10;
  private static final int KINDS = CanaryOutcome.values().length;

  private final int[] counts = new int[PARTS * KINDS];
  private final long[] sums = new long[KINDS];
  private long partMillis;
  private long newest;

  /**
   * @param now from {@link SteadyTime}: never less than before
   */
  void add(CanaryOutcome outcome, long now, long windowMillis) {
    slide(now, windowMillis);
    int index = (int) (newest % PARTS) * KINDS + outcome.ordinal();
    if (counts[index] < Integer.MAX_VALUE) {
      counts[index]++;
      sums[outcome.ordinal()]++;
    }
  }

  /** Drops what is too old. A window of another length begins anew. */
  void slide(long now, long windowMillis) {
    long length = Math.max(1, windowMillis / PARTS);
    if (length != partMillis) {
      partMillis = length;
      newest = now / length;
      Arrays.fill(counts, 0);
      Arrays.fill(sums, 0);
    }
    long part = now / length;
    for (long next = Math.max(newest, part - PARTS) + 1; next <= part; next++) {
      drop((int) (next % PARTS) * KINDS);
    }
    newest = part;
  }

  long count(CanaryOutcome outcome) {
    return sums[outcome.ordinal()];
  }

  long samples() {
    long samples = 0;
    for (long sum : sums) {
      samples += sum;
    }
    return samples;
  }

  private void drop(int part) {
    for (int kind = 0; kind < KINDS; kind++) {
      sums[kind] -= counts[part + kind];
      counts[part + kind] = 0;
    }
  }
}
