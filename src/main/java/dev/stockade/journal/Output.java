package dev.stockade.journal;

/** Where records go. Failures are told and counted inside: the caller only counts what is lost. */
interface Output {
  /** Whether it is worth making a line now. */
  boolean isReady();

  /** Writes one line with its newline in one call; false when it is lost. */
  boolean write(byte[] line);

  void close();
}
