package dev.stockade.policy.file;

import dev.stockade.base.DurationText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with a unit. */
final class Units {
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})%");

  private Units() {}

  /** In milliseconds; the fallback where the value is absent or wrong, which is reported. */
  static long time(Value value, long fallback) {
    if (!value.isPresent()) {
      return fallback;
    }
    long millis = DurationText.millis(value.plainText());
    if (millis > 0) {
      return millis;
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
