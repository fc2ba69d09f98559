package dev.stockade.policy.canary;

/** The outcome of one unit, as far as one rule is concerned. */
public enum CanaryOutcome {
  /** It came about; its offer may have been narrowed. */
  PASSED,
  /** Stockade refused it. */
  BLOCKED,
  /** It failed for another reason, which may be that the peer missed what was narrowed away. */
  FAILED
}
