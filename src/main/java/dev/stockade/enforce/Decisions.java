package dev.stockade.enforce;

import dev.stockade.journal.CallSite;
import dev.stockade.journal.Event;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.Journal;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.policy.Decision;
import dev.stockade.policy.EffectivePolicy;
import dev.stockade.policy.Judge;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Verdict;
import dev.stockade.policy.tls.Failure;
import dev.stockade.policy.tls.Narrowing;
import dev.stockade.policy.tls.TlsFacts;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The one way that every decision goes, of a handshake or a request: decided by what holds there,
 * recorded, what a canary takes back because of it, and counted. For one that passes, the event is
 * all that is allocated.
 */
final class Decisions {
  private final ActivePolicy inForce;
  private final Journal journal;

  Decisions(ActivePolicy inForce, Journal journal) {
    this.inForce = inForce;
    this.journal = journal;
  }

  /** The policy in force now. */
  Judge judge() {
    return inForce.judge();
  }

  /** A request to AWS that is about to be sent. */
  Decision request(AwsFacts facts) {
    long now = System.currentTimeMillis();
    Judge judge = inForce.judge();
    EffectivePolicy terms = judge.everywhere();
    if (terms == null) {
      long request = ThreadLocalRandom.current().nextLong();
      terms = judge.terms(facts, CallSiteFinder.CLASS_NAME, request, now);
    }
    Decision decision = judge.request(terms, facts, now);
    boolean blocked = decision.action() == Action.BLOCKED;
    // A program with a long-term key has a note on each request: too often to walk the stack.
    CallSite code = code(decision, Verdict.WARN, facts.host());
    EventKind kind = blocked ? EventKind.AWS_BLOCKED : EventKind.AWS_REQUEST;
    return recorded(judge, decision, Event.ofAws(kind, now, judge.policy(), decision, facts, code));
  }

  /** A handshake that is complete. */
  Decision finished(PendingHandshake pending, TlsFacts facts) {
    long now = System.currentTimeMillis();
    Decision decision = pending.judge.handshake(pending.terms, facts, pending.offer(), now);
    return handshake(pending, decision, facts, EventKind.TLS_HANDSHAKE, now);
  }

  /** A handshake that failed. */
  Decision failed(PendingHandshake pending, TlsFacts facts, Failure failure) {
    long now = System.currentTimeMillis();
    Decision decision = pending.judge.failed(pending.terms, facts, pending.offer(), failure, now);
    return handshake(pending, decision, facts, EventKind.TLS_FAILED, now);
  }

  /** A handshake that cannot start, since nothing of what is offered is allowed. */
  Decision refusedOffer(PendingHandshake pending, TlsFacts facts, Narrowing taken) {
    long now = System.currentTimeMillis();
    Decision decision = pending.judge.refusedOffer(pending.terms, facts, taken, now);
    return handshake(pending, decision, facts, EventKind.TLS_BLOCKED, now);
  }

  private Decision handshake(
      PendingHandshake pending, Decision decision, TlsFacts facts, EventKind kind, long now) {
    String host = facts.direction() == Direction.IN ? null : facts.host();
    CallSite code = code(decision, Verdict.NOTE, host);
    EventKind seen = decision.action() == Action.BLOCKED ? EventKind.TLS_BLOCKED : kind;
    Judge judge = pending.judge;
    return recorded(judge, decision, Event.ofTls(seen, now, judge.policy(), decision, facts, code));
  }

  /**
   * The code that connects or sends.
   *
   * @param from the mildest verdict for which it is worth walking the stack
   * @param host as this code gave it; null where it gave none
   */
  private static CallSite code(Decision decision, Verdict from, String host) {
    boolean isWorthASearch = decision.finding().verdict().compareTo(from) >= 0;
    return isWorthASearch ? CallSiteFinder.find(host) : null;
  }

  private Decision recorded(Judge judge, Decision decision, Event event) {
    journal.offer(event);
    journal.offerChanges(decision);
    inForce.count(judge, decision);
    return decision;
  }
}
