package dev.stockade.policy.rule;

import java.util.Locale;

/** The policy's judgement of a connection or call, from best to worst. */
public enum Verdict {
  PASS,
  /** Allowed, worth knowing. */
  NOTE,
  /** Allowed, should be fixed. */
  WARN,
  /** Against the policy: enforce blocks it. */
  VIOLATION;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The name in records. */
  public String label() {
    return label;
  }

  /** The worse of the two. */
  public Verdict or(Verdict other) {
    return other.compareTo(this) > 0 ? other : this;
  }
}
