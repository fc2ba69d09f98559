package dev.stockade.aws.text;

/** Names of headers: compared without regard to case, and cleaned before a person reads them. */
public final class HeaderNames {
  private static final int MAX_SHOWN = 64;

  private HeaderNames() {}

  public static int lower(char c) {
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
  }

  /** Printable ASCII of bounded length, since the author of the request chose the name. */
  public static String shown(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), MAX_SHOWN); i++) {
      char c = text.charAt(i);
      out.append(c > ' ' && c < 0x7F && c != '`' && c != '"' && c != '\\' ? c : '?');
    }
    return text.length() > MAX_SHOWN ? out.append("...").toString() : out.toString();
  }
}
