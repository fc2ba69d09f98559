package dev.stockade.policy.rule;

import java.util.EnumSet;
import java.util.Set;

/** The rules that are checked, and those of the milder ones that count as violations. Immutable. */
public final class RuleSelection {
  public static final RuleSelection ALL =
      new RuleSelection(EnumSet.allOf(Rule.class), EnumSet.noneOf(Rule.class));

  private final Set<Rule> watched;
  private final Set<Rule> raised;

  /** Keeps the sets, which must not be changed afterwards. */
  public RuleSelection(Set<Rule> watched, Set<Rule> raised) {
    this.watched = watched;
    this.raised = raised;
  }

  public RuleSelection without(Set<Rule> rules) {
    EnumSet<Rule> rest = EnumSet.copyOf(watched);
    rest.removeAll(rules);
    if (rules.contains(Rule.TLS_CIPHER_STRENGTH)) {
      // Groups outside the profile were found under it before they had a rule of their own.
      rest.remove(Rule.TLS_GROUP);
    }
    return new RuleSelection(rest, raised);
  }

  public RuleSelection only(Set<Rule> rules) {
    EnumSet<Rule> rest = EnumSet.copyOf(rules);
    rest.retainAll(watched);
    return new RuleSelection(rest, raised);
  }

  public boolean watches(Rule rule) {
    return watched.contains(rule);
  }

  /** What an offence is worth: a violation where the policy raises the rule. */
  public Verdict severity(Rule rule) {
    return raised.contains(rule) ? Verdict.VIOLATION : rule.severity();
  }
}
