package dev.stockade.policy.canary;

import dev.stockade.base.MonotonicTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * Outcomes within a sliding window, counted in ten parts of which the oldest is dropped at once: an
 * outcome counts for nine to ten tenths of the window, never longer. Guarded by its owner.
 *
 * <p>But for passes while it is open, which is until the end of its newest part: they are counted
 * without a lock, and put there before it slides.
 */
final class OutcomeWindow {
  private static final int PARTS = 10;
  private static final int KINDS = CanaryOutcome.values().length;

  private final int[] counts = new int[PARTS * KINDS];
  private final long[] sums = new long[KINDS];
  private long newest;
  private volatile long partMillis;

  /** All that were counted without a lock, ever, and how many of them are in the parts. */
  private final LongAdder passes = new LongAdder();

  private long settled;

  /** By the clock; the second is the first that is not of the newest part. */
  private volatile long openSince;

  private volatile long openUntil;

  /** Whether a pass may be counted by {@link #pass}. Asked without a lock, as that is. */
  boolean isOpen(long clock, long windowMillis) {
    return clock >= openSince && clock < openUntil && partMillis == partOf(windowMillis);
  }

  /** Counts one that passed. */
  void pass() {
    passes.increment();
  }

  /**
   * Opens or closes it.
   *
   * @param clock the time by the clock that is {@code now}, to which the window has slid
   */
  void open(boolean opens, long clock, long now) {
    openSince = clock;
    openUntil = opens ? clock + (newest + 1) * partMillis - now : clock;
  }

  /** Whether nothing but passes is in it. */
  boolean isClean() {
    return samples() == count(CanaryOutcome.PASSED);
  }

  private static long partOf(long windowMillis) {
    return Math.max(1, windowMillis / PARTS);
  }

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
    settle();
    long length = partOf(windowMillis);
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

  /** Puts the passes that were counted without a lock into the newest part. */
  void settle() {
    long all = passes.sum();
    int index = (int) (newest % PARTS) * KINDS + CanaryOutcome.PASSED.ordinal();
    int more = (int) Math.min(all - settled, Integer.MAX_VALUE - counts[index]);
    settled = all;
    counts[index] += more;
    sums[CanaryOutcome.PASSED.ordinal()] += more;
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
