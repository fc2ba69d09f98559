package dev.stockade.policy.canary;

import dev.stockade.base.MonotonicTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Outcomes within a sliding window, counted in ten parts of which the oldest is dropped at once: an
 * outcome counts for nine to ten tenths of the window, never longer. Guarded by its owner.
 */
final class OutcomeWindow {
  private static final int PARTS = 10;
  private static final int KINDS = CanaryOutcome.values().length;

  private final int[] counts = new int[PARTS * KINDS];
  private final long[] sums = new long[KINDS];
  private long partMillis;
  private long newest;

  /**
   * @param now from {@link MonotonicTime}: never less than before
   */
  void add(CanaryOutcome outcome, long now, long windowMillis) {
    slide(now, windowMillis);
    int index = (int) (newest % PARTS) * KINDS + outcome.ordinal();
    if (counts[index] < Integer.MAX_VALUE) {
      counts[index]++;
      sums[outcome.ordinal()]++;
    }
  }

  /** Drops what is too old. A window of another length starts empty. */
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

  /** Length of a part, then the counts from the newest part to the oldest. */
  List<Long> members() {
    List<Long> members = new ArrayList<>();
    members.add(partMillis);
    for (long age = 0; age < PARTS; age++) {
      for (int kind = 0; kind < KINDS; kind++) {
        members.add(age > newest ? 0L : counts[(int) ((newest - age) % PARTS) * KINDS + kind]);
      }
    }
    return members;
  }

  /** Another window's {@link #members}, counted as of now; of another form they are passed over. */
  void add(List<?> members, long now) {
    if (members.size() != 1 + PARTS * KINDS || number(members.get(0)) < 1) {
      return;
    }
    slide(now, number(members.get(0)) * PARTS);
    for (int at = 0; at < PARTS * KINDS; at++) {
      int age = at / KINDS;
      long count = Math.min(number(members.get(1 + at)), Integer.MAX_VALUE >> 1);
      if (count > 0 && age <= newest) {
        counts[(int) ((newest - age) % PARTS) * KINDS + at % KINDS] += (int) count;
        sums[at % KINDS] += count;
      }
    }
  }

  private static long number(Object value) {
    return value instanceof Number ? ((Number) value).longValue() : 0;
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
