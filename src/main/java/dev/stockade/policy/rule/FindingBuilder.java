package dev.stockade.policy.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Joins several findings about one connection: worst verdict, all rules and reasons as added. */
public final class FindingBuilder {
  private final Set<Rule> rules = new LinkedHashSet<>();
  private final StringBuilder reason = new StringBuilder();
  private Verdict verdict = Verdict.PASS;

  public FindingBuilder add(Verdict verdict, Rule rule, String reason) {
    return add(verdict, Collections.singleton(rule), reason);
  }

  /** The reason may be null, as that of a pass is. */
  public FindingBuilder add(Verdict verdict, Collection<Rule> rules, String reason) {
    this.verdict = this.verdict.or(verdict);
    this.rules.addAll(rules);
    if (reason != null) {
      this.reason.append(this.reason.length() == 0 ? "" : "; ").append(reason);
    }
    return this;
  }

  public Finding build() {
    return new Finding(
        verdict, Collections.unmodifiableList(new ArrayList<>(rules)), reason.toString());
  }
}
