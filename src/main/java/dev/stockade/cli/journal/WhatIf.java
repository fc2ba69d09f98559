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
  private static final Set<Rule> NONE = EnumSet.noneOf(Rule.class);

  private final Policy policy;
  private final Policy old;
  private final Rejudging next;
  private final Replay before;
  private final Outcomes outcomes = new Outcomes();
  private final Map<String, Long> unjudged = new TreeMap<>();

  /** Of which there are sums that are not counted yet. */
  private final List<Comparison> waiting = new ArrayList<>();

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
    this.next = new Rejudging(policy, now);
    this.before = old == null ? null : new Replay(old);
  }

  void take(SeenRecord record) {
    Comparison known = (Comparison) record.line().note();
    if (known != null) {
      if (known.waiting == 0) {
        waiting.add(known);
      }
      known.waiting = Counts.sum(known.waiting, record.count());
      return;
    }
    RecordedFact fact = record.fact();
    Comparison comparison = compare(fact);
    if (Rejudging.isLasting(fact) && (old == null || old.exceptions().isEmpty())) {
      record.line().note(comparison);
    }
    add(comparison, record.count());
  }

  /** Counts what waits; to be called behind the last record. */
  void end() {
    for (Comparison known : waiting) {
      add(known, known.waiting);
      known.waiting = 0;
    }
    waiting.clear();
  }

  private Comparison compare(RecordedFact fact) {
    Rejudged after = next.of(fact);
    Comparison comparison = new Comparison(fact, after);
    if (comparison.doubt != null || before == null) {
      return comparison;
    }
    if (!fact.isJudgeable()) {
      comparison.action = before.again(fact, fact.last);
      comparison.doubt = comparison.action == null ? Rejudging.endedDoubt(fact) : null;
      return comparison;
    }
    Decision was = before.decide(fact, fact.last);
    comparison.doubt = before.doubt(fact);
    comparison.action = was.action();
    if (!after.isRefusal()) {
      comparison.reason = was.finding().reason();
      comparison.rules.clear();
      comparison.rules.addAll(was.isRefusal() ? was.finding().rules() : NONE);
    }
    return comparison;
  }

  private void add(Comparison one, long count) {
    if (one.doubt != null) {
      unjudged.merge(one.doubt, one.isConnection ? count : 0, Counts::sum);
      unjudged.remove(one.doubt, 0L);
      return;
    }
    count(one.after, count);
    narrowed = Counts.sum(narrowed, one.isNarrowed ? count : 0);
    requests = Counts.sum(requests, one.isRequest ? count : 0);
    ended = Counts.sum(ended, one.hasEnded ? count : 0);
    outcomes.add(
        Change.between(one.action, one.after), one.destination, one.rules, one.reason, count);
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

  /** What became of one fact, and what becomes of it. */
  private static final class Comparison {
    final Set<Rule> rules = EnumSet.noneOf(Rule.class);
    final Action after;
    final String destination;
    final boolean isNarrowed;
    final boolean isRequest;
    final boolean isConnection;
    final boolean hasEnded;
    Action action;
    String reason;
    String doubt;

    /** How many are not counted yet. */
    long waiting;

    /** With what the record says. */
    Comparison(RecordedFact fact, Rejudged judged) {
      after = judged.action();
      doubt = judged.doubt();
      destination = fact.destination();
      action = fact.action;
      hasEnded = !fact.isJudgeable();
      isNarrowed = !hasEnded && fact.isNarrowed();
      isRequest = fact.aws != null;
      isConnection = fact.isConnection();
      if (judged.isRefusal()) {
        rules.addAll(judged.rules());
        reason = judged.reason();
      } else {
        rules.addAll(hasEnded || fact.isRefusal() ? fact.rules : NONE);
        reason = fact.reason;
      }
    }
  }
}
