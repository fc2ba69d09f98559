package dev.stockade.policy.tls;

import java.util.Locale;

/** What the lists of a profile rest on. */
public enum Confidence {
  /** The standard's own text, or the vendor's own policy, was read. */
  VERIFIED,
  /** At least two independent encodings of the standard agree; its text was not read. */
  SECONDARY,
  /** The standard has requirements, and no lists: these are ours. */
  INTERPRETATION,
  /** There is no such standard: put together from what others enforce. */
  DERIVED;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The word in profiles and documents. */
  public String label() {
    return label;
  }

  /** The one with this word, or null. */
  static Confidence labelled(String label) {
    for (Confidence confidence : values()) {
      if (confidence.label.equals(label)) {
        return confidence;
      }
    }
    return null;
  }
}
