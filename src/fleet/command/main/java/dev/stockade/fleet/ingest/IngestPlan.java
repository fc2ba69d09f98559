package dev.stockade.fleet.ingest;

import dev.stockade.fleet.duckdb.Limits;

/**
 * How journals are read.
 *
 * @param failsOnAside whether a line that is no record ends it, before anything of its batch is
 *     written
 * @param hostLevels number of the folder above the file that is the host's name; 0 for none
 */
record IngestPlan(Limits limits, boolean isDry, boolean failsOnAside, int hostLevels) {
  private static final long LEAST = 64L << 20;
  private static final long MOST = 512L << 20;

  /**
   * Bytes of lines that are one batch, about: larger ones for more, so that a day has fewer files.
   * Two are in memory at a time, and a line takes less there.
   *
   * @param all of the journals
   * @param heap that this process may use
   */
  static long batchBytes(long all, long heap) {
    return Math.max(LEAST, Math.min(Math.min(MOST, heap / 2), all / 4));
  }
}
