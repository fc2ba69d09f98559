package dev.stockade.policy;

/** What was done, or in audit what enforce would have done. */
public enum Action {
  ALLOWED("allowed"),
  /**
   * Audit: the weak part of the offer would have been removed, the handshake would have gone on.
   */
  WOULD_HARDEN("would-harden"),
  /** Audit: the connection or call would have been refused. */
  WOULD_BLOCK("would-block"),
  /** Enforce: the weak part of the offer was removed. */
  HARDENED("hardened"),
  /** Enforce: refused. */
  BLOCKED("blocked");

  private final String label;

  Action(String label) {
    this.label = label;
  }

  /** The name in records. */
  public String label() {
    return label;
  }

  /**
   * The action for a verdict.
   *
   * @param narrowed whether the policy takes something out of the offer
   * @param enforcing whether the verdict is enforced here, or only reported
   */
  public static Action of(Verdict verdict, boolean narrowed, boolean enforcing) {
    if (verdict == Verdict.VIOLATION) {
      return enforcing ? BLOCKED : WOULD_BLOCK;
    }
    if (narrowed) {
      return enforcing ? HARDENED : WOULD_HARDEN;
    }
    return ALLOWED;
  }
}
