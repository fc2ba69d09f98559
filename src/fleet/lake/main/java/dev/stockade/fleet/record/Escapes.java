package dev.stockade.fleet.record;

/** Texts of JSON with their escapes (RFC 8259, section 7). */
final class Escapes {
  private static final String NAMES = "\"\\/bfnrt";
  private static final String MEANINGS = "\"\\/\b\f\n\r\t";

  private Escapes() {}

  /**
   * What a text says.
   *
   * @throws UnreadableLine for an escape that JSON does not know
   */
  static String plain(String text) throws UnreadableLine {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        plain.append(c);
        continue;
      }
      c = text.charAt(++i);
      int known = NAMES.indexOf(c);
      if (known >= 0) {
        plain.append(MEANINGS.charAt(known));
      } else if (c == 'u' && i + 4 < text.length()) {
        plain.append((char) hex(text, i + 1));
        i += 4;
      } else {
        throw unknown();
      }
    }
    return plain.toString();
  }

  private static int hex(String text, int from) throws UnreadableLine {
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        throw unknown();
      }
      value = value << 4 | digit;
    }
    return value;
  }

  private static UnreadableLine unknown() {
    return new UnreadableLine("a text has an escape that JSON does not know");
  }
}
