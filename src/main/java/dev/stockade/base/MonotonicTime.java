package dev.stockade.base;

/**
 * Milliseconds that only go forward, from a clock that may be put back or forward. Put back, it
 * continues from where it was, so what was seen before ages as it should. Put forward, what was
 * seen is forgotten early, which only means to wait. Guarded by its owner.
 */
public final class MonotonicTime {
  /** Threads that read the clock and then were held up may be this late, in milliseconds. */
  private static final long LATE = 1_000;

  /** The maximum of one step, in milliseconds, so that no sum overflows: longer than any window. */
  private static final long MAX_STEP = 400 * 86_400_000L;

  private long clock;
  private long time;

  public long at(long now) {
    long step = now - clock;
    if (step >= 0) {
      time += Math.min(step, MAX_STEP);
      clock = now;
    } else if (step < -LATE) {
      clock = now;
    }
    return time;
  }
}
