package dev.stockade.aws;

/** Lower-case hexadecimal digits, the only ones that AWS writes and takes in signatures. */
final class Hex {
  private static final byte[] DIGITS = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private Hex() {}

  /** Writes two digits a byte. */
  static void write(byte[] bytes, int length, byte[] out, int at) {
    for (int i = 0; i < length; i++) {
      out[at + 2 * i] = DIGITS[bytes[i] >> 4 & 15];
      out[at + 2 * i + 1] = DIGITS[bytes[i] & 15];
    }
  }

  /** Reads digits into bytes; false when one of them is no lower-case digit. */
  static boolean read(Span digits, byte[] out) {
    int bad = 0;
    for (int i = 0; i < digits.length() / 2; i++) {
      int high = value(digits.charAt(2 * i));
      int low = value(digits.charAt(2 * i + 1));
      bad |= high | low;
      out[i] = (byte) (high << 4 | low);
    }
    return bad >= 0;
  }

  private static int value(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  }

  /** Whether a text is the digest of something in lower-case digits, not a marker word. */
  static boolean isSha256(String text) {
    if (text.length() != 64) {
      return false;
    }
    for (int i = 0; i < 64; i++) {
      if (value(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
