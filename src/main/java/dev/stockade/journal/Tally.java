package dev.stockade.journal;

import dev.stockade.policy.rule.Verdict;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** What became of the events; raised by the one who knows, read from any thread. */
final class Tally {
  /** Records that are in the journal. */
  final AtomicLong written = new AtomicLong();

  /** Events that found the ring full. */
  final AtomicLong ringFull = new AtomicLong();

  /** Events whose record could not be written. */
  final AtomicLong unwritable = new AtomicLong();

  /** Events of peers that had used their share of the journal. */
  final AtomicLong overShare = new AtomicLong();

  /** Failed attempts to open or write the journal. */
  final AtomicLong failures = new AtomicLong();

  private final AtomicLongArray kinds = new AtomicLongArray(Kind.values().length);
  private final AtomicLongArray verdicts = new AtomicLongArray(Verdict.values().length);

  /** Of the engines before this one. */
  final Legacy legacy = new Legacy();

  void count(Event event) {
    kinds.incrementAndGet(event.kind().ordinal());
    if (event.verdict() != null) {
      verdicts.incrementAndGet(event.verdict().ordinal());
    }
  }

  long count(Kind kind) {
    return kinds.get(kind.ordinal()) + legacy.count(kind);
  }

  long count(Verdict verdict) {
    return verdicts.get(verdict.ordinal()) + legacy.count(verdict);
  }

  /** With those of the engines before. */
  long droppedInAll() {
    return dropped() + legacy.dropped();
  }

  /** By this engine. */
  long dropped() {
    return ringFull.get() + unwritable.get() + overShare.get();
  }
}
