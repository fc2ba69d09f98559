package dev.stockade.cli.report;

/** The answer to the question whether what was seen may be enforced. */
public enum Readiness {
  /** Nothing that was seen would break, and enough was seen. */
  READY("ready"),
  /** Something that was seen would break, or cannot be trusted. */
  NOT_READY("not ready"),
  /** Nothing that was seen would break, but that says too little. */
  NOT_ENOUGH_SEEN("not enough seen");

  private final String label;

  Readiness(String label) {
    this.label = label;
  }

  /** As reports have it. */
  public String label() {
    return label;
  }
}
