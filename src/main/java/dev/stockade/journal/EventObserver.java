package dev.stockade.journal;

/**
 * Sees each event in the thread that it happens in, also those of which the journal writes only the
 * count.
 */
public interface EventObserver {
  /** Must not wait. */
  void see(Event event);

  /** The last call, in any thread. */
  void close();
}
