package dev.stockade.policy;

import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.canary.Canary;
import dev.stockade.policy.canary.CanaryChange;
import dev.stockade.policy.canary.CanaryOutcome;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.tls.TlsFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Teaches a canary from each decision how each of its rules fared. */
final class CanaryLessons {
  private final Canary canary;
  private final Set<Rule> rules;

  /**
   * @param canary null where there are no rules
   * @param rules those in stage {@code canary}; kept
   */
  CanaryLessons(Canary canary, Set<Rule> rules) {
    this.canary = canary;
    this.rules = rules;
  }

  /**
   * From a handshake.
   *
   * @param failed the rules that a failure may come of; null where it is none
   * @return the decision with what the canary takes back because of it
   */
  Decision ofTls(
      Decision decision, EffectivePolicy effective, TlsFacts facts, Set<Rule> failed, long now) {
    return rules.isEmpty()
        ? decision
        : learn(decision, effective, Peer.of(facts), true, failed, now);
  }

  /** From a request; otherwise like {@link #ofTls}. */
  Decision ofAws(Decision decision, EffectivePolicy effective, AwsFacts facts, long now) {
    return rules.isEmpty()
        ? decision
        : learn(decision, effective, Peer.of(facts), false, null, now);
  }

  private Decision learn(
      Decision decision,
      EffectivePolicy effective,
      Peer peer,
      boolean isTls,
      Set<Rule> failed,
      long now) {
    List<CanaryChange> changes = new ArrayList<>(0);
    for (Rule rule : rules) {
      if (rule.isAboutTls() == isTls) {
        CanaryOutcome outcome = outcome(rule, decision, failed);
        if (outcome != null) {
          boolean enforcedHere = effective.enforced().contains(rule);
          changes.addAll(canary.outcome(rule, peer.destination(), enforcedHere, outcome, now));
        }
      }
    }
    return decision.with(changes);
  }

  /** Null where it says nothing of this rule: refused or failed because of something else. */
  private static CanaryOutcome outcome(Rule rule, Decision decision, Set<Rule> failed) {
    if (decision.action() == Action.BLOCKED) {
      return decision.finding().rules().contains(rule) ? CanaryOutcome.BLOCKED : null;
    }
    if (failed != null) {
      return failed.contains(rule) ? CanaryOutcome.FAILED : null;
    }
    return CanaryOutcome.PASSED;
  }
}
