package dev.stockade.enforce;

import dev.stockade.journal.CodePlace;
import dev.stockade.journal.Event;
import dev.stockade.journal.Kind;
import dev.stockade.policy.Decision;
import dev.stockade.policy.Judge;
import dev.stockade.policy.Terms;
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
    Terms terms = judge.terms(facts, CallingCode.CLASS_NAME, request, now);
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
  Event event(Decision decision, CodePlace code, long now) {
    Kind kind = decision.action() == Action.BLOCKED ? Kind.AWS_BLOCKED : Kind.AWS_REQUEST;
    return Event.ofAws(kind, now, judge.policy(), decision, facts, code);
  }
}
