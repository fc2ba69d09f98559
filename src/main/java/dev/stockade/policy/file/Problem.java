package dev.stockade.policy.file;

/** Something wrong with a policy file, in one sentence. Immutable. */
public final class Problem {
  private final String file;
  private final int line;
  private final boolean error;
  private final String sentence;

  Problem(String file, int line, boolean error, String sentence) {
    this.file = file;
    this.line = line;
    this.error = error;
    this.sentence = sentence;
  }

  /** Whether the file cannot be used; else it is a warning. */
  public boolean isError() {
    return error;
  }

  /** The first line is 1. */
  public int line() {
    return line;
  }

  public String sentence() {
    return sentence;
  }

  /** {@code FILE:LINE: error: sentence}. */
  @Override
  public String toString() {
    return file + ":" + line + ": " + (error ? "error: " : "warning: ") + sentence;
  }
}
