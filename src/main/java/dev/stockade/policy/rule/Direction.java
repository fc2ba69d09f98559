package dev.stockade.policy.rule;

/** The direction in which a connection was opened, seen from this process. */
public enum Direction {
  IN("in"),
  OUT("out");

  private final String label;

  Direction(String label) {
    this.label = label;
  }

  /** The name in records. */
  public String label() {
    return label;
  }
}
