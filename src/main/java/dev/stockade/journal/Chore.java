package dev.stockade.journal;

/** Work that the writer thread does besides writing, such as looking after files. */
public interface Chore {
  /**
   * Called on the writer thread, the last time when the journal is closed. What it throws is
   * counted and forgotten.
   *
   * @param summary gives the table of what was seen so far
   * @return in how many milliseconds it wants to be called again; {@link Journal#wake} calls it
   *     earlier
   */
  long run(SummarySource summary) throws Exception;

  /** A finding was told on stderr, if the level lets it through. */
  void told(String line);

  /** The table as at exit. */
  interface SummarySource {
    /** Empty when nothing was seen. */
    String text();
  }
}
