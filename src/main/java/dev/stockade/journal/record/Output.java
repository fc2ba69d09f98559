package dev.stockade.journal.record;

/**
 * The destination of records. Failures are reported and counted inside: the caller only counts what
 * is lost.
 */
interface Output {
  /**
   * Guards all of this but the end: held from asking for the link to writing the line that names
   * it, against another engine that writes to the same.
   */
  Object turn();

  /** Whether it is worth making a line now. */
  boolean isReady();

  /** What the next line names as the one before it; null where lines are not chained. */
  String link();

  /** Writes one line with its newline in one call; false when it is lost. */
  boolean write(byte[] line);

  void close();
}
