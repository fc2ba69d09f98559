package dev.stockade.journal;

import java.util.concurrent.atomic.AtomicLong;

/** What became of the events; raised by the one who knows, read from any thread. */
final class Tally {
  /** Records that are in the journal. */
  final AtomicLong written = new AtomicLong();

  /** Events that found the ring full. */
  final AtomicLong ringFull = new AtomicLong();

  /** Events whose record could not be written. */
  final AtomicLong unwritable = new AtomicLong();

  /** Failed attempts to open or write the journal. */
  final AtomicLong failures = new AtomicLong();

  long dropped() {
    return ringFull.get() + unwritable.get();
  }
}
