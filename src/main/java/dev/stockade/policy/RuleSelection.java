package dev.stockade.policy;

import java.util.EnumSet;
import java.util.Set;

/** Which rules are looked at, and which of the milder ones count as violations. Immutable. */
final class RuleSelection {
  static final RuleSelection ALL =
      new RuleSelection(EnumSet.allOf(Rule.class), EnumSet.noneOf(Rule.class));

  private final Set<Rule> watched;
  private final Set<Rule> raised;

  /** Keeps the sets, which must not be changed afterwards. */
  RuleSelection(Set<Rule> watched, Set<Rule> raised) {
    this.watched = watched;
    this.raised = raised;
  }

  RuleSelection without(Set<Rule> rules) {
    EnumSet<Rule> rest = EnumSet.copyOf(watched);
    rest.removeAll(rules);
    return new RuleSelection(rest, raised);
  }

  RuleSelection only(Set<Rule> rules) {
    EnumSet<Rule> rest = EnumSet.copyOf(rules);
    rest.retainAll(watched);
    return new RuleSelection(rest, raised);
  }

  boolean watches(Rule rule) {
    return watched.contains(rule);
  }

  boolean raises(Rule rule) {
    return raised.contains(rule);
  }
}
