package dev.stockade.policy;

/** Durations as a policy file has them: {@code 5m}, {@code 90s}. */
final class DurationText {
  private DurationText() {}

  static String of(long millis) {
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
