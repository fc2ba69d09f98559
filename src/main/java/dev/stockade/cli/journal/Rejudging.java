package dev.stockade.cli.journal;

import dev.stockade.policy.Decision;
import dev.stockade.policy.Policy;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Verdict;

/** Says what a policy makes of recorded facts, and of which it cannot tell. */
public final class Rejudging {
  private static final String OFFER =
      "ended before anything was agreed: what was offered is not in the record";

  private static final String NARROWED =
      "failed-after-narrowing: failed when the offer had been narrowed, which may be the cause:"
          + " audit of the same peer tells";

  private final Replay replay;
  private final long now;

  /**
   * @param now when the policy is to hold, for exceptions that expire, in milliseconds
   */
  public Rejudging(Policy policy, long now) {
    this.replay = new Replay(policy);
    this.now = now;
  }

  /** Never null. */
  public Rejudged of(RecordedFact fact) {
    if (!fact.isJudgeable()) {
      return ofEnded(fact);
    }
    Decision decision = replay.decide(fact, now);
    String doubt = replay.doubt(fact);
    return doubt != null ? Rejudged.doubtful(doubt) : Rejudged.of(decision);
  }

  /** What ended before anything was agreed: known only where it was refused, and by what. */
  private Rejudged ofEnded(RecordedFact fact) {
    Action action = fact.isBlocked() ? replay.again(fact, now) : null;
    if (action == null || replay.doubt(fact) != null) {
      return Rejudged.doubtful(endedDoubt(fact));
    }
    Verdict verdict = action == Action.ALLOWED ? Verdict.PASS : Verdict.VIOLATION;
    return new Rejudged(action, verdict, fact.rules, fact.reason, null, null);
  }

  static String endedDoubt(RecordedFact fact) {
    return fact.action == Action.FAILED_AFTER_NARROWING ? NARROWED : OFFER;
  }

  /** Whether it is the same whenever a fact was seen: certificates are as old as they were then. */
  public static boolean isLasting(RecordedFact fact) {
    return fact.tls == null
        || (fact.tls.serverCertificate() == null && fact.tls.clientCertificate() == null);
  }
}
