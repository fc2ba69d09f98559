package dev.stockade.policy.file;

/** What a person has to write: who answers for something, and why. */
final class Decided {
  /** What a tool leaves where a person has to decide. */
  private static final String PLACEHOLDER = "TODO";

  private Decided() {}

  /** Null where it is absent or wrong, which is reported. */
  static String text(Value value, Problems problems) {
    String text = value.text();
    if (text != null && text.trim().equalsIgnoreCase(PLACEHOLDER)) {
      problems.error(
          value.line(), value.path() + " is still " + PLACEHOLDER + ": write who or why");
      return null;
    }
    return text;
  }
}
