package dev.stockade.base;

/** Durations as policy files and commands have them: {@code 5m}, {@code 90s}. */
public final class DurationText {
  private static final int MAX_DIGITS = 5;
  private static final long MAX_MILLIS = 24 * 3_600_000L;

  private DurationText() {}

  /** The milliseconds of such a string, more than zero and up to a maximum of one day; else -1. */
  public static long millis(String text) {
    int digits = text.length() - 1;
    if (digits < 1 || digits > MAX_DIGITS) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < digits; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    long millis = number * unit(text.charAt(digits));
    return millis > 0 && millis <= MAX_MILLIS ? millis : -1;
  }

  private static long unit(char c) {
    return c == 's' ? 1_000 : c == 'm' ? 60_000 : c == 'h' ? 3_600_000 : -1;
  }

  public static String of(long millis) {
    if (millis == 0 || millis % 1_000 != 0) {
      return millis + "ms";
    }
    long seconds = millis / 1_000;
    if (seconds % 60 != 0) {
      return seconds + "s";
    }
    return seconds % 3_600 == 0 ? seconds / 3_600 + "h" : seconds / 60 + "m";
  }
}
