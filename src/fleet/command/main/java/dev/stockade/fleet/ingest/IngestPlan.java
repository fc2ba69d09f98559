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
  private static final long MOST = 256L << 20;

  /**
   * Bytes of lines that are one batch, about: larger ones for more, so that a day has fewer files.
   */
  static long batchBytes(long all) {
    return Math.max(LEAST, Math.min(MOST, all / 4));
  }
}
