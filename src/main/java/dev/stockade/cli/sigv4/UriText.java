package dev.stockade.cli.sigv4;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Percent-encoding as AWS wants it (RFC 3986); a character is a byte. */
final class UriText {
  private static final String FREE = "-._~";

  private UriText() {}

  static String encoded(String text, boolean keepSlashes) {
    StringBuilder out = new StringBuilder();
    for (byte one : text.getBytes(ISO_8859_1)) {
      char c = (char) (one & 0xFF);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (letter || FREE.indexOf(c) >= 0 || (c == '/' && keepSlashes)) {
        out.append(c);
      } else {
        out.append('%')
            .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
            .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    return out.toString();
  }

  static String decoded(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int high = c == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
      int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
      if (low >= 0) {
        out.append((char) (high * 16 + low));
        i += 2;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
