package dev.stockade.policy.rule;

import java.util.Locale;

/** The unit that is in the canary or not, as a whole. */
public enum CanaryUnit {
  /** This process. */
  INSTANCE,
  /** A host and port, outbound; a local port, inbound; an AWS host. */
  DESTINATION,
  /** One connection or request. */
  CONNECTION;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The name in policy files and documents. */
  public String label() {
    return label;
  }
}
