package dev.stockade.fleet.simulation;

import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * How big a simulated fleet is.
 *
 * @param processes JVMs that run at any time; each lives several times one after the other
 * @param days days that the journals cover
 * @param records lines of all journals together, without the faults among them
 * @param seed the same seed gives the same bytes
 * @param from the first day
 */
record Scale(int processes, int days, long records, long seed, LocalDate from) {
  static final long DAY = 86_400_000;

  /** Milliseconds since the epoch. */
  long start() {
    return from.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  long end() {
    return start() + days * DAY;
  }

  int services() {
    return Math.max(6, processes / 50);
  }
}
