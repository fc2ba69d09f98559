package dev.stockade.enforce;

import dev.stockade.journal.CallSite;
import dev.stockade.journal.Event;
import dev.stockade.journal.EventKind;
import dev.stockade.policy.Decision;
import dev.stockade.policy.EffectivePolicy;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Verdict;
import dev.stockade.policy.tls.Failure;
import dev.stockade.policy.tls.Narrowing;
import dev.stockade.policy.tls.Offer;
import dev.stockade.policy.tls.TlsFacts;

/** A handshake whose fate is to be decided. */
abstract class HandshakeCase extends Case {
  final EffectivePolicy terms;
  final TlsFacts facts;
  private final EventKind kind;

  private HandshakeCase(PendingHandshake pending, TlsFacts facts, EventKind kind) {
    super(pending.judge);
    this.terms = pending.terms;
    this.facts = facts;
    this.kind = kind;
  }

  @Override
  final Verdict searchedFrom() {
    return Verdict.NOTE;
  }

  @Override
  final String host() {
    return facts.direction() == Direction.IN ? null : facts.host();
  }

  @Override
  final Event event(Decision decision, CallSite code, long now) {
    EventKind seen = decision.action() == Action.BLOCKED ? EventKind.TLS_BLOCKED : kind;
    return Event.ofTls(seen, now, judge.policy(), decision, facts, code);
  }

  /** One that is complete. */
  static final class Finished extends HandshakeCase {
    private final Offer offer;

    Finished(PendingHandshake pending, TlsFacts facts) {
      super(pending, facts, EventKind.TLS_HANDSHAKE);
      this.offer = pending.offer();
    }

    @Override
    Decision decide(long now) {
      return judge.handshake(terms, facts, offer, now);
    }
  }

  /** One that failed. */
  static final class Failed extends HandshakeCase {
    private final Offer offer;
    private final Failure failure;

    Failed(PendingHandshake pending, TlsFacts facts, Failure failure) {
      super(pending, facts, EventKind.TLS_FAILED);
      this.offer = pending.offer();
      this.failure = failure;
    }

    @Override
    Decision decide(long now) {
      return judge.failed(terms, facts, offer, failure, now);
    }
  }

  /** One that cannot start, since nothing of what is offered is allowed. */
  static final class Refused extends HandshakeCase {
    private final Narrowing taken;

    Refused(PendingHandshake pending, TlsFacts facts, Narrowing taken) {
      super(pending, facts, EventKind.TLS_BLOCKED);
      this.taken = taken;
    }

    @Override
    Decision decide(long now) {
      return judge.refusedOffer(terms, facts, taken, now);
    }
  }
}
