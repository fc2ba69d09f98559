package dev.stockade.cli.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A moment as people write it: a day, a time, or how long ago. All in UTC, as in records. */
final class Moment implements ITypeConverter<Long> {
  private static final Pattern AGO = Pattern.compile("(\\d{1,5})([mhd])");

  @Override
  public Long convert(String text) {
    Matcher ago = AGO.matcher(text);
    if (ago.matches()) {
      char unit = ago.group(2).charAt(0);
      long minutes = unit == 'm' ? 1 : unit == 'h' ? 60 : 24 * 60;
      return System.currentTimeMillis() - Long.parseLong(ago.group(1)) * minutes * 60_000;
    }
    try {
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()
          : Instant.parse(text).toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw new TypeConversionException(
          "'"
              + text
              + "' is neither a day (2026-11-23), nor a time (2026-11-23T18:45:00Z), nor how"
              + " long ago (90m, 24h, 7d)");
    }
  }
}
