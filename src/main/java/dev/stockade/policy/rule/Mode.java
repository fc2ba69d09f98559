package dev.stockade.policy.rule;

import java.util.Locale;

/** The operator's choice of what Stockade does with a finding, by the option {@code mode}. */
public enum Mode {
  /** Nothing is woven or recorded. */
  OFF,
  /** Nothing that the application can see changes; findings say what enforce would have done. */
  AUDIT,
  /** Enforces for a sticky share, audits the rest. */
  CANARY,
  /** Narrows offers to what the policy allows and blocks where nothing is left. */
  ENFORCE;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The name in options, records and documents. */
  public String label() {
    return label;
  }
}
