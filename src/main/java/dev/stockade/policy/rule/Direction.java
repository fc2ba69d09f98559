package dev.stockade.policy.rule;

/** Who opened the connection, seen from this process. */
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
