package dev.stockade.policy.rule;

import java.util.Locale;

/** The stage to which one rule is rolled out. */
public enum Stage {
  /** The rule is not checked. */
  OFF,
  /** Findings are reported. */
  AUDIT,
  /** Enforced for the canary's share, reported for the rest. */
  CANARY,
  /** Enforced everywhere. */
  ENFORCE;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The name in policy files, records and documents. */
  public String label() {
    return label;
  }

  /** The less strict of the two. */
  public Stage lower(Stage other) {
    return other.compareTo(this) < 0 ? other : this;
  }
}
