package dev.stockade.journal;

/** Short work that the writer does from time to time while it is awake anyway. */
public interface Sweep {
  /**
   * Called on the writer thread.
   *
   * @param again whether it is called again within a tenth of a second; if not, what waits for it
   *     may have to wait for a minute
   */
  void sweep(boolean again);
}
