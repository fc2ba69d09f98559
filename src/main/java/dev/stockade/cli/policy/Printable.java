package dev.stockade.cli.policy;

/** Text from records, which a stranger may have chosen, for a terminal. */
final class Printable {
  private Printable() {}

  /** With {@code ?} for each control character. */
  static String text(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean line = c == '\u2028' || c == '\u2029';
      boolean reorders = Character.getType(c) == Character.FORMAT;
      out.append(Character.isISOControl(c) || line || reorders ? '?' : c);
    }
    return out.toString();
  }
}
