package dev.stockade.base;

/** Durations as a policy file has them: {@code 5m}, {@code 90s}. */
public final class DurationText {
  private DurationText() {}

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
