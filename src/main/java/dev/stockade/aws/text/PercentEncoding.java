package dev.stockade.aws.text;

import java.nio.charset.StandardCharsets;

/** Percent-encoding as SigV4 wants it: RFC 3986's unreserved characters stay, upper-case digits. */
public final class PercentEncoding {
  private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
  private static final boolean[] UNRESERVED = new boolean[128];

  static {
    for (char c = 0; c < 128; c++) {
      UNRESERVED[c] =
          (c >= 'A' && c <= 'Z')
              || (c >= 'a' && c <= 'z')
              || (c >= '0' && c <= '9')
              || c == '-'
              || c == '_'
              || c == '.'
              || c == '~';
    }
  }

  private PercentEncoding() {}

  public static boolean isUnreserved(int value) {
    return value >= 0 && value < 128 && UNRESERVED[value];
  }

  public static void encode(int value, ByteBuilder out) {
    if (isUnreserved(value)) {
      out.add(value);
    } else {
      out.add('%');
      out.add(DIGITS[value >> 4 & 15]);
      out.add(DIGITS[value & 15]);
    }
  }

  /** The byte that an escape at a position stands for; -1 when no whole escape is there. */
  public static int escaped(byte[] bytes, int at, int to) {
    if (bytes[at] != '%' || at + 2 >= to) {
      return -1;
    }
    int high = Character.digit(bytes[at + 1], 16);
    int low = Character.digit(bytes[at + 2], 16);
    return high < 0 || low < 0 ? -1 : (high << 4 | low);
  }

  /** The text of a query parameter, which is ASCII in all that are read so. */
  public static String decoded(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    StringBuilder out = new StringBuilder(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int escaped = escaped(bytes, i, bytes.length);
      if (escaped >= 0) {
        out.append((char) escaped);
        i += 2;
      } else {
        out.append(bytes[i] == '+' ? ' ' : (char) (bytes[i] & 0xFF));
      }
    }
    return out.toString();
  }
}
