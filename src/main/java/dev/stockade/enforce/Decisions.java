package dev.stockade.enforce;

import dev.stockade.journal.CallSite;
import dev.stockade.journal.Event;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.Journal;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.policy.Decision;
import dev.stockade.policy.Judge;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Verdict;
import dev.stockade.policy.tls.Failure;
import dev.stockade.policy.tls.Narrowing;
import dev.stockade.policy.tls.TlsFacts;

/**
 * The one way that every decision goes, of a handshake or, by {@link RequestDecisions}, a request:
 * decided by what holds there, recorded, what a canary takes back because of it, and counted. For a
 * handshake that passes, the event is all that is allocated.
 */
final class Decisions {
  private final ActivePolicy activePolicy;
  private final Journal journal;
  private final CertificateLedger certificates;

  Decisions(ActivePolicy activePolicy, Journal journal) {
    this.activePolicy = activePolicy;
    this.journal = journal;
    this.certificates = new CertificateLedger(journal);
  }

  /** The policy in force now. */
  Judge judge() {
    return activePolicy.judge();
  }

  /** A handshake that is complete. */
  Decision finished(PendingHandshake pending, TlsFacts facts) {
    long now = System.currentTimeMillis();
    Decision decision = pending.judge.handshake(pending.effective, facts, pending.offer(), now);
    return handshake(pending, decision, facts, EventKind.TLS_HANDSHAKE, now);
  }

  /** A handshake that failed. */
  Decision failed(PendingHandshake pending, TlsFacts facts, Failure failure) {
    long now = System.currentTimeMillis();
    Decision decision =
        pending.judge.failed(pending.effective, facts, pending.offer(), failure, now);
    return handshake(pending, decision, facts, EventKind.TLS_FAILED, now);
  }

  /** A handshake that cannot start, since nothing of what is offered is allowed. */
  Decision refusedOffer(PendingHandshake pending, TlsFacts facts, Narrowing taken) {
    long now = System.currentTimeMillis();
    Decision decision = pending.judge.refusedOffer(pending.effective, facts, taken, now);
    return handshake(pending, decision, facts, EventKind.TLS_BLOCKED, now);
  }

  private Decision handshake(
      PendingHandshake pending, Decision decision, TlsFacts facts, EventKind kind, long now) {
    String host = facts.direction() == Direction.IN ? null : facts.host();
    CallSite code = decision.finding().verdict() == Verdict.PASS ? null : CallSiteFinder.find(host);
    EventKind seen = decision.action() == Action.BLOCKED ? EventKind.TLS_BLOCKED : kind;
    Judge judge = pending.judge;
    journal.offer(Event.ofTls(seen, now, judge.policy(), decision, facts, code));
    certificates.see(facts, now);
    return settled(judge, decision);
  }

  /** Of one that is recorded: what a canary takes back because of it, and what it counts for. */
  Decision settled(Judge judge, Decision decision) {
    journal.offerChanges(decision);
    activePolicy.count(judge, decision);
    return decision;
  }
}
