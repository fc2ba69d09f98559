package dev.stockade.cli.report;

import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import java.util.List;

/**
 * The one rule by which a finding is named. A record may offend several, in the order in which they
 * were asked, which is not the order of their weight.
 */
final class MainRule {
  private MainRule() {}

  /** Null where there is none. */
  static Rule of(List<Rule> rules) {
    Rule main = null;
    for (Rule rule : rules) {
      main = main == null || rank(rule) < rank(main) ? rule : main;
    }
    return main;
  }

  /** The weightiest is 0. */
  private static int rank(Rule rule) {
    if (rule.severity() == Verdict.VIOLATION) {
      return 0;
    }
    if (rule.isAboutTls()) {
      return 1;
    }
    return rule.isAboutTampering() ? 3 : 2;
  }
}
