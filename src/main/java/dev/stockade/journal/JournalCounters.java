package dev.stockade.journal;

import dev.stockade.policy.rule.Verdict;
import dev.stockade.policy.tls.Protocols;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counters of what became of the events; raised where that is known, read from any thread. */
public final class JournalCounters {
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong ringFull = new AtomicLong();
  private final AtomicLong unwritable = new AtomicLong();
  private final AtomicLong overShare = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();
  private final AtomicLongArray kinds = new AtomicLongArray(EventKind.values().length);
  private final AtomicLongArray verdicts = new AtomicLongArray(Verdict.values().length);
  private final AtomicLong belowRecommended = new AtomicLong();
  private final SummaryTotals totals = new SummaryTotals();
  private final Legacy legacy = new Legacy();

  /** Made for the first answer: most programs send nothing to AWS. */
  private volatile AnswerCounts answers;

  JournalCounters() {}

  /** Records that are in the journal. */
  public AtomicLong written() {
    return written;
  }

  /** Events that found the queue full. */
  public AtomicLong ringFull() {
    return ringFull;
  }

  /** Events whose record could not be written. */
  public AtomicLong unwritable() {
    return unwritable;
  }

  /** Events of peers that had used their share of the journal. */
  public AtomicLong overShare() {
    return overShare;
  }

  /** Failed attempts to open or write the journal. */
  public AtomicLong failures() {
    return failures;
  }

  /** Of this engine; for the writer thread only. */
  public SummaryTotals totals() {
    return totals;
  }

  /** Of the engines before this one. */
  public Legacy legacy() {
    return legacy;
  }

  /** How AWS answered, also the engines before; null where it did not. */
  public AnswerCounts answersIfAny() {
    return answers;
  }

  AnswerCounts answers() {
    AnswerCounts known = answers;
    return known == null ? firstAnswers() : known;
  }

  private synchronized AnswerCounts firstAnswers() {
    if (answers == null) {
      answers = new AnswerCounts();
    }
    return answers;
  }

  /** By the writer thread. */
  void count(Event event, long times) {
    kinds.addAndGet(event.kind().ordinal(), times);
    if (event.verdict() != null && !event.kind().isAnswer()) {
      verdicts.addAndGet(event.verdict().ordinal(), times);
    }
    totals.count(event, times);
    if (isBelowRecommended(event)) {
      belowRecommended.addAndGet(times);
    }
  }

  private static boolean isBelowRecommended(Event event) {
    if (event.kind() != EventKind.TLS_HANDSHAKE || event.policy() == null) {
      return false;
    }
    String recommended = event.policy().tlsProfile().recommended();
    String version = event.tls().version();
    return recommended != null && version != null && Protocols.isOlder(version, recommended);
  }

  /** Completed handshakes whose version is older than the profile recommends. */
  public long belowRecommended() {
    return belowRecommended.get() + legacy.belowRecommended();
  }

  long count(EventKind kind) {
    return kinds.get(kind.ordinal()) + legacy.count(kind);
  }

  long count(Verdict verdict) {
    return verdicts.get(verdict.ordinal()) + legacy.count(verdict);
  }

  /** With those of the engines before. */
  public long droppedInAll() {
    return dropped() + legacy.dropped();
  }

  /** By this engine. */
  public long dropped() {
    return ringFull.get() + unwritable.get() + overShare.get();
  }
}
