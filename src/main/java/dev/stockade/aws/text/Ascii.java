package dev.stockade.aws.text;

/**
 * Letters and digits of protocols. The JDK's own methods know other scripts, where a Kelvin sign is
 * a k, and depend on the locale.
 */
public final class Ascii {
  private Ascii() {}

  public static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }

  public static boolean isLetter(char c) {
    char lower = lower(c);
    return lower >= 'a' && lower <= 'z';
  }

  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The value of a hexadecimal digit, or -1. */
  public static int hex(char c) {
    char lower = lower(c);
    return isDigit(c) ? c - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }

  /**
   * Whether {@code word} stands in {@code text} at {@code at}.
   *
   * @param word in lower case
   */
  public static boolean isAt(String text, int at, String word) {
    if (at < 0 || text.length() - at < word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (lower(text.charAt(at + i)) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
