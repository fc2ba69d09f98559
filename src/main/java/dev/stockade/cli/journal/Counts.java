package dev.stockade.cli.journal;

/** Sums of what records say they stand for. Forged ones must not make a sum negative. */
public final class Counts {
  private Counts() {}

  /** Of two that are not negative; the greatest number there is where it is greater than that. */
  public static long sum(long one, long other) {
    long sum = one + other;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
