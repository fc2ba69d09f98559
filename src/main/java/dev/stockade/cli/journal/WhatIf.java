package dev.stockade.cli.journal;

import dev.stockade.policy.Decision;
import dev.stockade.policy.Policy;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Stage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares what two policies, or a record and a policy, say of the same facts. */
final class WhatIf {
  private static final String OFFER =
      "ended before anything was agreed: what was offered is not in the record";

  private static final String NARROWED =
      "failed-after-narrowing: failed when the offer had been narrowed, which may be the cause:"
          + " audit of the same peer tells";

  private final Policy policy;
  private final Policy old;
  private final Replay next;
  private final Replay before;
  private final long now;
  private final Outcomes outcomes = new Outcomes();
  private final Map<String, Long> unjudged = new TreeMap<>();
  private long blocked;
  private long reported;
  private long narrowed;
  private long requests;
  private long ended;

  /**
   * @param old null to compare with what the records say
   * @param now when the policy is to hold, for exceptions that expire
   */
  WhatIf(Policy policy, Policy old, long now) {
    this.policy = policy;
    this.old = old;
    this.next = new Replay(policy);
    this.before = old == null ? null : new Replay(old);
    this.now = now;
  }

  void take(RecordedFact fact) {
    if (!fact.isJudgeable()) {
      takeEnded(fact);
      return;
    }
    Decision after = next.decide(fact, now);
    String doubt = next.doubt(fact);
    Action action = fact.action;
    Set<Rule> rules = EnumSet.noneOf(Rule.class);
    String reason = fact.reason;
    if (before == null) {
      rules.addAll(fact.isRefusal() ? fact.rules : EnumSet.noneOf(Rule.class));
    } else {
      Decision was = before.decide(fact, fact.last);
      doubt = doubt == null ? before.doubt(fact) : doubt;
      action = was.action();
      reason = was.finding().reason();
      rules.addAll(was.isRefusal() ? was.finding().rules() : EnumSet.noneOf(Rule.class));
    }
    if (doubt != null) {
      unjudged.merge(doubt, fact.count, Counts::sum);
      return;
    }
    count(after.action(), fact.count);
    narrowed = Counts.sum(narrowed, fact.isNarrowed() ? fact.count : 0);
    requests = Counts.sum(requests, fact.aws != null ? fact.count : 0);
    if (after.isRefusal()) {
      rules.clear();
      rules.addAll(after.finding().rules());
      reason = after.finding().reason();
    }
    outcomes.add(
        Change.between(action, after.action()), fact.destination(), rules, reason, fact.count);
  }

  /** What ended before anything was agreed: known only where it was refused, and by what. */
  private void takeEnded(RecordedFact fact) {
    Action after = fact.isBlocked() ? next.again(fact, now) : null;
    Action was = before == null || after == null ? fact.action : before.again(fact, fact.last);
    if (after == null || was == null || next.doubt(fact) != null) {
      boolean narrowed = fact.action == Action.FAILED_AFTER_NARROWING;
      unjudged.merge(narrowed ? NARROWED : OFFER, fact.count, Counts::sum);
      return;
    }
    ended = Counts.sum(ended, fact.count);
    count(after, fact.count);
    Set<Rule> rules = EnumSet.noneOf(Rule.class);
    rules.addAll(fact.rules);
    outcomes.add(Change.between(was, after), fact.destination(), rules, fact.reason, fact.count);
  }

  private void count(Action action, long count) {
    blocked = Counts.sum(blocked, action == Action.BLOCKED ? count : 0);
    reported = Counts.sum(reported, action == Action.WOULD_BLOCK ? count : 0);
  }

  Outcomes outcomes() {
    return outcomes;
  }

  /** How many the new policy refuses. */
  long blocked() {
    return blocked;
  }

  /** How many it only reports as violations. */
  long reported() {
    return reported;
  }

  /** By the reason, how many cannot be judged by their records. */
  Map<String, Long> unjudged() {
    return unjudged;
  }

  /** What the counts leave open, in sentences. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (narrowed > 0) {
      remarks.add(
          narrowed
              + (narrowed == 1 ? " handshake" : " handshakes")
              + " passed although parts of the offer were against the policy; offers"
              + " are not in records, so what the new policy takes out of them is not told");
    }
    if (ended > 0) {
      remarks.add(
          ended
              + (ended == 1 ? " was" : " were")
              + " refused before anything was agreed, and judged by the rules they were refused"
              + " by");
    }
    if (blocked > 0) {
      remarks.add(
          "a blocked handshake counts as it was agreed; where the peer can do better, the narrowed"
              + " offer may let it pass");
    }
    Collection<Rule> canaried = staged(policy, Stage.CANARY);
    if (!canaried.isEmpty()) {
      remarks.add(
          "rules in stage canary count as reported; each process enforces its share: "
              + ids(canaried));
    }
    if (requests > 0) {
      remarks.add(unseen());
    }
    remarks.removeIf(remark -> remark == null);
    return remarks;
  }

  /** What the journal lacks because it was not checked. */
  private String unseen() {
    if (old == null) {
      return "a rule for AWS requests that was off when they were recorded left no trace";
    }
    Collection<Rule> off = staged(old, Stage.OFF);
    off.removeIf(
        rule -> rule.isAboutTls() || rule.isAboutTampering() || policy.stage(rule) == Stage.OFF);
    return off.isEmpty()
        ? null
        : "off in the old policy, so not looked at in requests: " + ids(off);
  }

  private static Collection<Rule> staged(Policy policy, Stage stage) {
    Set<Rule> rules = EnumSet.noneOf(Rule.class);
    for (Rule rule : Rule.values()) {
      if (policy.stage(rule) == stage) {
        rules.add(rule);
      }
    }
    return rules;
  }

  private static String ids(Collection<Rule> rules) {
    List<String> ids = new ArrayList<>();
    rules.forEach(rule -> ids.add(rule.id()));
    return String.join(", ", ids);
  }
}
