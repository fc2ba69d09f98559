package dev.stockade.policy.file;

/** The value of an option in a policy file, and where it stands. Immutable. */
public final class Setting {
  private final String value;
  private final int line;

  Setting(String value, int line) {
    this.value = value;
    this.line = line;
  }

  /** As it would be written in any other source of options; never null. */
  public String value() {
    return value;
  }

  /** The first line is 1. */
  public int line() {
    return line;
  }
}
