package dev.stockade.aws.text;

/** Times as requests carry them: {@code 20150830T123600Z}, or the {@code Date} of HTTP. */
public final class AmzDate {
  public static final long NONE = Long.MIN_VALUE;
  public static final long DAY_MILLIS = 86_400_000L;

  private static final int LENGTH = 16;
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private AmzDate() {}

  /** Milliseconds since 1970 of a time in ISO 8601 basic format, or {@link #NONE}. */
  public static long millis(String text) {
    if (text.length() != LENGTH || text.charAt(8) != 'T' || text.charAt(15) != 'Z') {
      return NONE;
    }
    int year = number(text, 0, 4);
    int month = number(text, 4, 6);
    int day = number(text, 6, 8);
    int hour = number(text, 9, 11);
    int minute = number(text, 11, 13);
    int second = number(text, 13, 15);
    if ((year | month | day | hour | minute | second) < 0
        || month < 1
        || month > 12
        || day < 1
        || day > 31
        || hour > 23
        || minute > 59
        || second > 60) {
      return NONE;
    }
    return days(year, month, day) * DAY_MILLIS + ((hour * 60L + minute) * 60 + second) * 1000;
  }

  /** The day of a time, such as {@code 20150830}, in UTC. */
  public static String day(long millis) {
    long days = Math.floorDiv(millis, DAY_MILLIS);
    int year = (int) (1970 + Math.floorDiv(days * 400, 146_097L)) + 1;
    while (days(year, 1, 1) > days) {
      year--;
    }
    int month = 12;
    while (days(year, month, 1) > days) {
      month--;
    }
    long day = days - days(year, month, 1) + 1;
    return Long.toString((year * 100L + month) * 100 + day);
  }

  /**
   * The basic format of an HTTP date of RFC 9110's preferred form, {@code Sun, 06 Nov 1994 08:49:37
   * GMT}; null for other forms.
   */
  public static String ofHttpDate(String text) {
    if (text.length() != 29 || !text.endsWith(" GMT") || text.charAt(19) != ':') {
      return null;
    }
    int month = MONTHS.indexOf(text.substring(8, 11));
    if (month < 0 || month % 3 != 0) {
      return null;
    }
    String number = Integer.toString(month / 3 + 101).substring(1);
    String basic =
        text.substring(12, 16)
            + number
            + text.substring(5, 7)
            + 'T'
            + text.substring(17, 19)
            + text.substring(20, 22)
            + text.substring(23, 25)
            + 'Z';
    return millis(basic) == NONE ? null : basic;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /** Days since 1970 of the Gregorian calendar, whose year here starts in March. */
  private static long days(int year, int month, int day) {
    long shifted = month > 2 ? year : year - 1L;
    long era = Math.floorDiv(shifted, 400L);
    long yearOfEra = shifted - era * 400;
    long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
  }
}
