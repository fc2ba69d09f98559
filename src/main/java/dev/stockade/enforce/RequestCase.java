package dev.stockade.enforce;

import dev.stockade.journal.CallSite;
import dev.stockade.journal.Event;
import dev.stockade.journal.EventKind;
import dev.stockade.policy.Decision;
import dev.stockade.policy.EffectivePolicy;
import dev.stockade.policy.Judge;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Verdict;
import java.util.concurrent.ThreadLocalRandom;

/** A request to AWS that is about to be sent. */
final class RequestCase extends Case {
  private final AwsFacts facts;

  RequestCase(Judge judge, AwsFacts facts) {
    super(judge);
    this.facts = facts;
  }

  @Override
  Decision decide(long now) {
    long request = ThreadLocalRandom.current().nextLong();
    EffectivePolicy terms = judge.terms(facts, CallSiteFinder.CLASS_NAME, request, now);
    return judge.request(terms, facts, now);
  }

  /** A program with a long-term key has a note on each request: too often to walk the stack. */
  @Override
  Verdict searchedFrom() {
    return Verdict.WARN;
  }

  @Override
  String host() {
    return facts.host();
  }

  @Override
  Event event(Decision decision, CallSite code, long now) {
    EventKind kind =
        decision.action() == Action.BLOCKED ? EventKind.AWS_BLOCKED : EventKind.AWS_REQUEST;
    return Event.ofAws(kind, now, judge.policy(), decision, facts, code);
  }
}
