package dev.stockade.journal;

import java.util.function.Consumer;

/** Looks from time to time whether something changed behind our back. */
public interface PeriodicCheck {
  /**
   * Called on the writer thread when it starts, about every minute, and when the journal is closed.
   *
   * @param found takes what there is to report
   */
  void look(Consumer<Event> found) throws Exception;
}
