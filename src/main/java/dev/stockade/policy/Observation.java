package dev.stockade.policy;

/**
 * One thing that is worth saying of an AWS request. What follows from it is the policy's decision.
 */
public final class Observation {
  private final Rule rule;
  private final String reason;

  /**
   * @param rule the offended rule; null where there is something to know and nothing to mend
   * @param reason one sentence without a full stop: names of headers, lengths, hosts, never a
   *     header's value
   */
  public Observation(Rule rule, String reason) {
    this.rule = rule;
    this.reason = reason;
  }

  /** May be null. */
  public Rule rule() {
    return rule;
  }

  public String reason() {
    return reason;
  }
}
