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

  /** Two batches are in memory at a time, and what writes one needs memory, too. */
  private static final int SHARE_OF_HEAP = 4;

  /**
   * Whether a batch is to be written: a larger one for more, so that a day has fewer files, but not
   * more than the memory holds.
   *
   * @param bytes of its lines
   * @param held bytes of memory that its rows take
   * @param all bytes of the journals
   * @param heap bytes that this process may use
   */
  static boolean isFull(long bytes, long held, long all, long heap) {
    return bytes >= Math.max(LEAST, Math.min(MOST, all / 4)) || held >= heap / SHARE_OF_HEAP;
  }
}
