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
import dev.stockade.policy.rule.Verdict;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Decides about requests and records that, the way of all {@link Decisions}. What is decided alike
 * about equal facts again and again is only counted, and allocates nothing.
 */
final class RequestDecisions {
  private final ActivePolicy activePolicy;
  private final Decisions decisions;
  private final Journal journal;
  private final KnownRequests requests = new KnownRequests();

  RequestDecisions(ActivePolicy activePolicy, Journal journal) {
    this.activePolicy = activePolicy;
    this.decisions = new Decisions(activePolicy, journal);
    this.journal = journal;
  }

  /**
   * A request to AWS that is about to be sent.
   *
   * @param now milliseconds since the epoch
   */
  JudgedRequest request(AwsFacts facts, long now) {
    Judge judge = decisions.judge();
    KnownRequest known = requests.find(facts);
    Decision decision = known == null || !isPure(judge) ? null : known.decision(judge.policy());
    if (decision == null) {
      EffectivePolicy effective = effective(judge, facts, now);
      decision = judge.request(activePolicy.trusted(effective, facts), facts, now);
    }
    if (known == null || !known.again(judge.policy(), decision, now, journal)) {
      record(judge, facts, known, decision, now);
    }
    decisions.settled(judge, decision);
    return known == null ? new JudgedRequest(facts, decision) : known.judged(decision);
  }

  private static EffectivePolicy effective(Judge judge, AwsFacts facts, long now) {
    EffectivePolicy everywhere = judge.everywhere();
    if (everywhere != null) {
      return everywhere;
    }
    long request = ThreadLocalRandom.current().nextLong();
    return judge.effective(facts, CallSiteFinder.CLASS_NAME, request, now);
  }

  private void record(
      Judge judge, AwsFacts facts, KnownRequest known, Decision decision, long now) {
    boolean blocked = decision.action() == Action.BLOCKED;
    // A program with a long-term key has a note on each request: too often to walk the stack.
    boolean isWorthASearch = decision.finding().verdict().compareTo(Verdict.WARN) >= 0;
    CallSite code = isWorthASearch ? CallSiteFinder.find(facts.host()) : null;
    EventKind kind = blocked ? EventKind.AWS_BLOCKED : EventKind.AWS_REQUEST;
    Event event = Event.ofAws(kind, now, judge.policy(), decision, facts, code);
    if (isWorthASearch || !(isPure(judge) || facts.observations().isEmpty())) {
      journal.offer(event);
    } else {
      (known == null ? requests.add(facts) : known).offer(event, journal);
    }
  }

  /** Whether it decides the same of the same facts, whenever and for whomever. */
  private static boolean isPure(Judge judge) {
    return judge.everywhere() != null && judge.policy().candidate() == null;
  }
}
