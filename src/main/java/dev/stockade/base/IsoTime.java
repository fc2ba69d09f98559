package dev.stockade.base;

/**
 * Times as {@code 2026-11-23T18:45:00.123Z}. By hand because java.time brings dozens of classes
 * into a program that may never load them otherwise.
 */
public final class IsoTime {
  private static final long DAY = 86_400_000;

  private IsoTime() {}

  /**
   * The days since the epoch become a date by Howard Hinnant's civil_from_days: years start in
   * March, so that the leap day is the last of its year.
   */
  public static String of(long millis) {
    long shifted = Math.floorDiv(millis, DAY) + 719_468;
    long era = Math.floorDiv(shifted, 146_097L);
    long day = Math.floorMod(shifted, 146_097L);
    long year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    long dayOfYear = day - (365 * year + year / 4 - year / 100);
    long month = (5 * dayOfYear + 2) / 153;
    long ofDay = Math.floorMod(millis, DAY);

    StringBuilder out = new StringBuilder(24);
    append(out, year + era * 400 + (month < 10 ? 0 : 1), 4, '-');
    append(out, month < 10 ? month + 3 : month - 9, 2, '-');
    append(out, dayOfYear - (153 * month + 2) / 5 + 1, 2, 'T');
    append(out, ofDay / 3_600_000, 2, ':');
    append(out, ofDay / 60_000 % 60, 2, ':');
    append(out, ofDay / 1_000 % 60, 2, '.');
    append(out, ofDay % 1_000, 3, 'Z');
    return out.toString();
  }

  private static void append(StringBuilder out, long number, int digits, char end) {
    String text = Long.toString(number);
    for (int i = text.length(); i < digits; i++) {
      out.append('0');
    }
    out.append(text).append(end);
  }
}
