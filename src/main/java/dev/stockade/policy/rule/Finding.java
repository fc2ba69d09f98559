package dev.stockade.policy.rule;

import dev.stockade.base.Limits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The policy's statement about one connection: the verdict, the rules that led to it, and why; in
 * one sentence for people, and rule by rule for programs.
 */
public final class Finding {
  /** Nothing to say. */
  public static final Finding PASS = new Finding(Verdict.PASS, Collections.<Rule>emptyList(), null);

  private final Verdict verdict;
  private final List<Rule> rules;
  private final Rule rule;
  private final String reason;
  private final List<? extends Reasons> parts;

  /**
   * One reason for all rules, of which the first decided.
   *
   * @param reason one sentence without a full stop
   */
  public Finding(Verdict verdict, List<Rule> rules, String reason) {
    this(verdict, rules, rules.isEmpty() ? null : rules.get(0), reason, parts(rules, reason));
  }

  Finding(
      Verdict verdict, List<Rule> rules, Rule rule, String reason, List<? extends Reasons> parts) {
    this.verdict = verdict;
    this.rules = rules;
    this.rule = rule;
    this.reason = Limits.cut(reason, Limits.REASON);
    this.parts = parts;
  }

  /**
   * Something to say that no policy was asked about.
   *
   * @param rule the rule it is about, or null
   * @param reason one sentence without a full stop
   */
  public static Finding of(Verdict verdict, Rule rule, String reason) {
    List<Rule> rules =
        rule == null ? Collections.<Rule>emptyList() : Collections.singletonList(rule);
    return new Finding(verdict, rules, reason);
  }

  /** The same, with the verdict that the rule has by itself. */
  public static Finding of(Rule rule, String reason) {
    return of(rule.severity(), rule, reason);
  }

  public Verdict verdict() {
    return verdict;
  }

  /**
   * The offended rules without duplicates, what was negotiated before what was offered; empty for a
   * pass, unless something was taken out of the offer before it passed.
   */
  public List<Rule> rules() {
    return rules;
  }

  /**
   * The one of {@link #rules} that decided: of those with the worst verdict the first; null without
   * rules.
   */
  public Rule rule() {
    return rule;
  }

  /** One sentence without a full stop; null when there are no rules. */
  public String reason() {
    return reason;
  }

  /** The same for each rule, and for what no rule speaks of; made when asked for. */
  public List<Reason> reasons() {
    List<Reason> all = new ArrayList<>();
    for (Reasons part : parts) {
      all.addAll(part.reasons());
    }
    return all;
  }

  List<? extends Reasons> parts() {
    return parts;
  }

  /** How much text it holds: the sentence, and of several parts also their own. */
  public int characters() {
    return reason == null ? 0 : parts.size() > 1 ? 2 * reason.length() : reason.length();
  }

  private static List<Reason> parts(List<Rule> rules, String reason) {
    List<Reason> parts = new ArrayList<>(rules.size());
    for (Rule rule : rules) {
      parts.add(new Reason(rule, reason));
    }
    if (rules.isEmpty() && reason != null) {
      parts.add(new Reason(null, reason));
    }
    return parts;
  }
}
