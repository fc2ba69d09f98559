package dev.stockade.cli.cbom;

import dev.stockade.cli.command.WholeText;
import java.nio.charset.StandardCharsets;

/** References of a bill of materials, and texts in it: what came from a record may be anything. */
final class Ref {
  private static final String PLAIN = "-._~:[]@";

  private Ref() {}

  /** A reference; two names make two. */
  static String of(String kind, String name) {
    return kind + "/" + encoded(name);
  }

  /** Percent-encoded (RFC 3986), as a reference and an address may have it. */
  static String encoded(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : whole(text).getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (letter || PLAIN.indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append('%').append(Character.toUpperCase(Character.forDigit(b >> 4 & 15, 16)));
        out.append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
      }
    }
    return out.toString();
  }

  /** Without halves of characters, which other readers of JSON refuse. */
  static String whole(String text) {
    return WholeText.of(text);
  }
}
