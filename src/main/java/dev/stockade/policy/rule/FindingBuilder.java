package dev.stockade.policy.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Joins several findings about one connection: worst verdict, all rules and reasons as added. */
public final class FindingBuilder {
  private final Set<Rule> rules = new LinkedHashSet<>();
  private final List<Reasons> parts = new ArrayList<>(2);
  private String sentence = "";
  private Verdict verdict = Verdict.PASS;

  /** The one that decided so far, and the verdict that it gave; null before the first. */
  private Rule rule;

  private Verdict weight = Verdict.PASS;

  /** The rule may be null, where there is only something to know. */
  public FindingBuilder add(Verdict verdict, Rule rule, String reason) {
    return add(verdict, new Reason(rule, reason));
  }

  public FindingBuilder add(Verdict verdict, Reason reason) {
    Set<Rule> rule =
        reason.rule() == null ? Collections.<Rule>emptySet() : Collections.singleton(reason.rule());
    parts.add(reason);
    return addWords(verdict, rule, reason.rule(), reason.text());
  }

  public FindingBuilder add(Finding finding) {
    return add(finding.verdict(), finding, finding.reason());
  }

  /** What another finding says, but with this verdict and in these words. */
  public FindingBuilder add(Verdict verdict, Finding finding, String sentence) {
    parts.addAll(finding.parts());
    return addWords(verdict, finding.rules(), finding.rule(), sentence);
  }

  /**
   * Several rules in one sentence.
   *
   * @param each gives the reason of each rule when that is asked for
   */
  public FindingBuilder add(
      Verdict verdict, Collection<Rule> rules, Reasons each, String sentence) {
    parts.add(each);
    Rule first = rules.isEmpty() ? null : rules.iterator().next();
    return addWords(verdict, rules, first, sentence);
  }

  public Finding build() {
    return new Finding(
        verdict, Collections.unmodifiableList(new ArrayList<>(rules)), rule, sentence, parts);
  }

  /**
   * Adds all but the part.
   *
   * @param decisive of the rules; null without any
   * @param sentence may be null, as that of a pass is
   */
  private FindingBuilder addWords(
      Verdict verdict, Collection<Rule> rules, Rule decisive, String sentence) {
    this.verdict = this.verdict.or(verdict);
    if (decisive != null && (rule == null || verdict.compareTo(weight) > 0)) {
      rule = decisive;
      weight = verdict;
    }
    this.rules.addAll(rules);
    if (sentence != null) {
      this.sentence = this.sentence.isEmpty() ? sentence : this.sentence + "; " + sentence;
    }
    return this;
  }
}
