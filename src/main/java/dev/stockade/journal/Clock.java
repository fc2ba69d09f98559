package dev.stockade.journal;

/** The time for people, which may jump, and the time for measuring, which may not. */
class Clock {
  /** Milliseconds since the epoch. */
  long millis() {
    return System.currentTimeMillis();
  }

  /** Only differences mean anything. */
  long nanos() {
    return System.nanoTime();
  }
}
