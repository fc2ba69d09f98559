package dev.stockade.policy.rule;

/** The action taken, or in audit the one that enforce would have taken. */
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
  BLOCKED("blocked"),
  /** A handshake that came to nothing, and not for what Stockade did. */
  FAILED("failed"),
  /** The same after the weak part of the offer was removed, which may be the cause. */
  FAILED_AFTER_NARROWING("failed-after-narrowing");

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
   * @param offends whether the policy would take something out of the offer
   * @param blocked whether a violation is refused here, or only reported
   * @param narrowed whether something was taken out of the offer
   */
  public static Action of(Verdict verdict, boolean offends, boolean blocked, boolean narrowed) {
    if (verdict == Verdict.VIOLATION) {
      return blocked ? BLOCKED : WOULD_BLOCK;
    }
    if (narrowed) {
      return HARDENED;
    }
    return offends ? WOULD_HARDEN : ALLOWED;
  }
}
