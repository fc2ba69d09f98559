package dev.stockade.aws.text;

import java.util.Arrays;

/** Lower-case hexadecimal digits, the only ones that AWS writes and takes in signatures. */
public final class Hex {
  private static final byte[] DIGITS = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private static final byte[] VALUES = new byte[128];

  static {
    Arrays.fill(VALUES, (byte) -1);
    for (byte value = 0; value < 16; value++) {
      VALUES[DIGITS[value]] = value;
    }
  }

  private Hex() {}

  /** Writes two digits a byte. */
  public static void write(byte[] bytes, int length, byte[] out, int at) {
    for (int i = 0; i < length; i++) {
      out[at + 2 * i] = DIGITS[bytes[i] >> 4 & 15];
      out[at + 2 * i + 1] = DIGITS[bytes[i] & 15];
    }
  }

  /** Reads digits into bytes; false when one of them is no lower-case digit. */
  public static boolean read(CharSlice digits, byte[] out) {
    return digits.readHex(out);
  }

  static boolean read(String text, int from, int to, byte[] out) {
    int bad = 0;
    for (int i = from, at = 0; i + 1 < to; i += 2) {
      int high = value(text.charAt(i));
      int low = value(text.charAt(i + 1));
      bad |= high | low;
      out[at++] = (byte) (high << 4 | low);
    }
    return bad >= 0;
  }

  private static int value(char c) {
    return c < 128 ? VALUES[c] : -1;
  }

  /** Whether a string is the digest of something in lower-case digits, not a marker word. */
  public static boolean isSha256(String text) {
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
