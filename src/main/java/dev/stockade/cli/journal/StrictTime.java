package dev.stockade.cli.journal;

/**
 * Times in exactly the form of records, {@code 2026-11-23T18:45:00.123Z}, straight from the bytes.
 */
public final class StrictTime {
  public static final int LENGTH = 24;

  /** For what is no such time, or one outside of the years that a record may have. */
  public static final long NONE = Long.MIN_VALUE;

  private static final String FORM = "0000-00-00T00:00:00.000Z";
  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final long DAY = 86_400_000;

  private StrictTime() {}

  /** The milliseconds since the epoch, or {@link #NONE}. */
  public static long parse(byte[] text, int at) {
    for (int i = 0; i < LENGTH; i++) {
      byte c = text[at + i];
      boolean fits = FORM.charAt(i) == '0' ? c >= '0' && c <= '9' : c == FORM.charAt(i);
      if (!fits) {
        return NONE;
      }
    }
    int year = number(text, at, 4);
    int month = number(text, at + 5, 2);
    int day = number(text, at + 8, 2);
    int hour = number(text, at + 11, 2);
    int minute = number(text, at + 14, 2);
    int second = number(text, at + 17, 2);
    // The last year's last day is more than a record may have; the parser decides.
    if (year < 1 || year > 9998 || month < 1 || month > 12 || day < 1 || day > days(year, month)) {
      return NONE;
    }
    if (hour > 23 || minute > 59 || second > 59) {
      return NONE;
    }
    long ofDay = ((hour * 60L + minute) * 60 + second) * 1000 + number(text, at + 20, 3);
    return day(year, month, day) * DAY + ofDay;
  }

  private static int number(byte[] text, int at, int digits) {
    int number = 0;
    for (int i = at; i < at + digits; i++) {
      number = 10 * number + text[i] - '0';
    }
    return number;
  }

  private static int days(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : DAYS[month - 1];
  }

  /** Since the epoch, by Howard Hinnant's days_from_civil: years start in March. */
  private static long day(int year, int month, int day) {
    long shifted = (long) year - (month <= 2 ? 1 : 0);
    long era = shifted / 400;
    long ofEra = shifted - era * 400;
    long ofYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468;
  }
}
