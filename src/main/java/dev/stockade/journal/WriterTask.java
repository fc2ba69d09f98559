package dev.stockade.journal;

/** Work besides writing, such as looking after files: on a thread that never waits for output. */
public interface WriterTask {
  /**
   * Called on a thread of its own, the last time when the journal is closed. What it throws is
   * counted and forgotten.
   *
   * @return in how many milliseconds it wants to be called again, {@link Journal#wake} calls it
   *     earlier; negative when there is nothing to do until then, and no thread is needed
   */
  long run() throws Exception;

  /** A finding was reported on stderr, if the level lets it through. */
  void told(String line);
}
