package dev.stockade.policy.rule;

/**
 * One thing that is worth saying of an AWS request. What follows from it is the policy's decision.
 */
public final class Observation {
  private final Rule rule;
  private final String reason;
  private final boolean remark;

  /**
   * @param rule the offended rule; null where there is something to know and nothing to fix
   * @param reason one sentence without a full stop: names of headers, lengths, hosts, never a
   *     header's value
   */
  public Observation(Rule rule, String reason) {
    this(rule, reason, false);
  }

  private Observation(Rule rule, String reason, boolean remark) {
    this.rule = rule;
    this.reason = reason;
    this.remark = remark;
  }

  /** What a record says of a good request, which it leaves a pass. */
  public static Observation remark(String reason) {
    return new Observation(null, reason, true);
  }

  /** May be null. */
  public Rule rule() {
    return rule;
  }

  public String reason() {
    return reason;
  }

  public boolean isRemark() {
    return remark;
  }
}
