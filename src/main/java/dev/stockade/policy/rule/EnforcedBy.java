package dev.stockade.policy.rule;

/** The condition under which a rule may refuse anything. */
public enum EnforcedBy {
  /** As far as the mode says. */
  BY_MODE,
  /**
   * Only where the policy file gives this very rule the stage {@code canary} or {@code enforce}.
   */
  BY_OWN_STAGE,
  /**
   * Never: AWS's answer to such a request shows the SDK what to do better; whether a certificate
   * has ended is for those who verify it; what tampers with the protection is reported, as refusing
   * it would change the program.
   */
  NEVER
}
