package dev.stockade.base;

/** The time for people, which may jump, and the time for measuring, which may not. */
public class Clock {
  /** Milliseconds since the epoch. */
  public long millis() {
    return System.currentTimeMillis();
  }

  /** Only differences mean anything. */
  public long nanos() {
    return System.nanoTime();
  }
}
