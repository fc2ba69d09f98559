package dev.stockade.enforce;

import dev.stockade.journal.Event;
import dev.stockade.journal.Journal;
import dev.stockade.journal.Repeats;
import dev.stockade.policy.Decision;
import dev.stockade.policy.Policy;
import dev.stockade.policy.aws.AwsFacts;
import java.util.concurrent.atomic.AtomicBoolean;

/** The facts of a request that was seen, and where those are counted that are like it. */
final class KnownRequest {
  /** What comes more rarely goes through the queue: it costs nothing, and counting has a price. */
  private static final long OFTEN_MILLIS = 1_000;

  final AwsFacts facts;
  final int hash;
  private final AtomicBoolean offering = new AtomicBoolean();

  /** When an event was offered last, in milliseconds since the epoch; 0 before. */
  private volatile long offered;

  /** Perhaps of another policy, or ended; null where nothing was counted. */
  private volatile Repeats repeats;

  /** What was decided last; null before. */
  private volatile JudgedRequest judged;

  KnownRequest(AwsFacts facts, int hash) {
    this.facts = facts;
    this.hash = hash;
  }

  /** What was decided under this policy; null where that is not known. */
  Decision decision(Policy policy) {
    Repeats now = repeats;
    return now != null && now.event().policy() == policy ? now.event().decision() : null;
  }

  /** These facts, decided so. */
  JudgedRequest judged(Decision decision) {
    JudgedRequest last = judged;
    if (last == null || last.decision != decision) {
      last = new JudgedRequest(facts, decision);
      judged = last;
    }
    return last;
  }

  /** Counts one that was decided so; false where an event must be offered. */
  boolean again(Policy policy, Decision decision, long time, Journal journal) {
    Repeats now = repeats;
    return now != null
        && now.event().policy() == policy
        && now.event().decision() == decision
        && journal.again(now, time);
  }

  /** Offers an event; where such come often, those that come next are counted. */
  void offer(Event event, Journal journal) {
    boolean often = event.time() - seen() < OFTEN_MILLIS;
    offered = event.time();
    if (!often || !offering.compareAndSet(false, true)) {
      journal.offer(event);
      return;
    }
    try {
      repeats = journal.offerCounted(event);
    } finally {
      offering.set(false);
    }
  }

  long seen() {
    Repeats now = repeats;
    return now == null ? offered : Math.max(offered, now.seen());
  }
}
