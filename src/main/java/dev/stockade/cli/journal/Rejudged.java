package dev.stockade.cli.journal;

import dev.stockade.policy.Decision;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import java.util.Collections;
import java.util.List;

/** A policy's answer on a recorded fact. */
public final class Rejudged {
  private final Action action;
  private final Verdict verdict;
  private final List<Rule> rules;
  private final String reason;
  private final String exception;
  private final String doubt;

  Rejudged(
      Action action,
      Verdict verdict,
      List<Rule> rules,
      String reason,
      String exception,
      String doubt) {
    this.action = action;
    this.verdict = verdict;
    this.rules = rules;
    this.reason = reason;
    this.exception = exception;
    this.doubt = doubt;
  }

  static Rejudged of(Decision decision) {
    return new Rejudged(
        decision.action(),
        decision.finding().verdict(),
        decision.finding().rules(),
        decision.finding().reason(),
        decision.exception() == null ? null : decision.exception().id(),
        null);
  }

  static Rejudged doubtful(String doubt) {
    return new Rejudged(null, Verdict.PASS, Collections.emptyList(), null, null, doubt);
  }

  /** Null where it cannot be told. */
  public Action action() {
    return action;
  }

  public Verdict verdict() {
    return verdict;
  }

  /** The rules that are offended. */
  public List<Rule> rules() {
    return rules;
  }

  /** Null where there is none. */
  public String reason() {
    return reason;
  }

  /** The id of the exception that it needs; null for none. */
  public String exception() {
    return exception;
  }

  /** Why it cannot be told, a sentence; null where it can. */
  public String doubt() {
    return doubt;
  }

  boolean isRefusal() {
    return action == Action.BLOCKED || action == Action.WOULD_BLOCK;
  }
}
