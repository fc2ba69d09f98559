package dev.stockade.base;

/** Makes text that peers may have chosen fit for a terminal: one line of printable ASCII. */
public final class TerminalText {
  private static final String CUT = "...";

  private TerminalText() {}

  /** Each character that a terminal may act upon, or may not show, becomes a question mark. */
  public static String text(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      plain.append(c >= ' ' && c <= '~' ? c : '?');
    }
    return plain.toString();
  }

  /** Cut in the middle, since both ends of a host name or a cipher suite are informative. */
  public static String cut(String text, int width) {
    if (text.length() <= width) {
      return text;
    }
    int room = Math.max(0, width - CUT.length());
    int head = room - room / 2;
    return text.substring(0, head) + CUT + text.substring(text.length() - room / 2);
  }
}
