package dev.stockade.base;

/** Counts the bytes that a string takes in UTF-8, without making them. */
public final class Utf8 {
  private Utf8() {}

  /** Counts only where the number of characters does not decide. */
  public static boolean fits(String text, int bytes) {
    return text.length() * 3L <= bytes || (text.length() <= bytes && length(text) <= bytes);
  }

  private static int length(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Half of a pair makes half of four bytes.
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }
}
