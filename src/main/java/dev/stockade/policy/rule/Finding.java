package dev.stockade.policy.rule;

import dev.stockade.base.Limits;
import java.util.Collections;
import java.util.List;

/** What the policy says of one connection: the verdict, the rules that led to it, and why. */
public final class Finding {
  /** Nothing to say. */
  public static final Finding PASS = new Finding(Verdict.PASS, Collections.<Rule>emptyList(), null);

  private final Verdict verdict;
  private final List<Rule> rules;
  private final String reason;

  public Finding(Verdict verdict, List<Rule> rules, String reason) {
    this.verdict = verdict;
    this.rules = rules;
    this.reason = Limits.cut(reason, Limits.REASON);
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

  /** One sentence without a full stop; null when there are no rules. */
  public String reason() {
    return reason;
  }
}
