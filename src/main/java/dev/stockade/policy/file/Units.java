package dev.stockade.policy.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with a unit. */
final class Units {
  private static final Pattern TIME = Pattern.compile("(\\d{1,5})([smh])");
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})%");
  private static final long MAX_LENGTH = 24 * 3_600_000L;

  private Units() {}

  /** In milliseconds; the fallback where the value is absent or wrong, which is reported. */
  static long time(Value value, long fallback) {
    if (!value.isPresent()) {
      return fallback;
    }
    Matcher time = TIME.matcher(value.plainText());
    if (time.matches()) {
      String unit = time.group(2);
      long seconds = unit.equals("s") ? 1 : unit.equals("m") ? 60 : 3600;
      long millis = Long.parseLong(time.group(1)) * seconds * 1000;
      if (millis > 0 && millis <= MAX_LENGTH) {
        return millis;
      }
    }
    value.wrong("a time from 1s to 24h with s, m or h, such as 5m");
    return fallback;
  }

  /** As {@link #time}. */
  static int percent(Value value, int fallback) {
    if (!value.isPresent()) {
      return fallback;
    }
    Matcher percent = PERCENT.matcher(value.plainText());
    if (percent.matches() && Integer.parseInt(percent.group(1)) <= 100) {
      return Integer.parseInt(percent.group(1));
    }
    value.wrong("a whole percentage from 0% to 100%, such as 5%");
    return fallback;
  }
}
