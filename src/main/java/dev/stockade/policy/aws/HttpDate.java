package dev.stockade.policy.aws;

/** The time in a header {@code Date}: {@code Sun, 06 Nov 1994 08:49:37 GMT} (RFC 9110). */
final class HttpDate {
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final int LENGTH = 29;

  private HttpDate() {}

  /** Milliseconds since the epoch; 0 for what is none. */
  static long millis(String text) {
    if (text == null || text.length() != LENGTH || !text.endsWith(" GMT")) {
      return 0;
    }
    int month = MONTHS.indexOf(text.substring(8, 11));
    int day = number(text, 5, 2);
    int year = number(text, 12, 4);
    int hour = number(text, 17, 2);
    int minute = number(text, 20, 2);
    int second = number(text, 23, 2);
    if (month < 0 || month % 3 != 0 || day < 1 || year < 1970) {
      return 0;
    }
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
      return 0;
    }
    return ((days(year, month / 3 + 1, day) * 24 + hour) * 60 + minute) * 60_000L + second * 1000L;
  }

  /** Days since the epoch, in the calendar of which March is the first month. */
  private static long days(int year, int month, int day) {
    long years = month > 2 ? year : year - 1;
    long ofYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return years * 365 + years / 4 - years / 100 + years / 400 + ofYear - 719_468;
  }

  private static int number(String text, int from, int length) {
    int number = 0;
    for (int i = from; i < from + length; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = 10 * number + c - '0';
    }
    return number;
  }
}
