package dev.stockade.fleet.record;

import dev.stockade.cli.journal.StrictTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** Times of records, in microseconds since the epoch. */
public final class RecordTime {
  private static final long DAY = 86_400_000_000L;

  /** The days that a record may have: four digits for the year on every engine. */
  private static final long EARLIEST = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli() * 1000;

  private static final long LATEST = Instant.parse("9999-12-31T00:00:00Z").toEpochMilli() * 1000;

  /** The text of the day that was asked for last: most records are of the same. */
  private static volatile Day last = new Day(0, "1970-01-01");

  private RecordTime() {}

  private record Day(long number, String text) {}

  static long dayNumber(long micros) {
    return Math.floorDiv(micros, DAY);
  }

  /** The UTC day, {@code yyyy-MM-dd}. */
  public static String day(long micros) {
    long number = Math.floorDiv(micros, DAY);
    Day day = last;
    if (day.number != number) {
      day = new Day(number, LocalDate.ofEpochDay(number).toString());
      last = day;
    }
    return day.text;
  }

  /** In the form of our records, straight from the bytes; {@link Row#NULL} for any other. */
  static long strict(byte[] line, int start, int end) {
    if (end - start != StrictTime.LENGTH) {
      return Row.NULL;
    }
    long millis = StrictTime.parse(line, start);
    return millis == StrictTime.NONE ? Row.NULL : millis * 1000;
  }

  /** By ISO 8601 in UTC; {@link Row#NULL} for what is no time, or no year of four digits. */
  static long parse(String text) {
    try {
      Instant time = Instant.parse(text);
      long micros =
          Math.addExact(
              Math.multiplyExact(time.getEpochSecond(), 1_000_000), time.getNano() / 1000);
      return micros >= EARLIEST && micros < LATEST ? micros : Row.NULL;
    } catch (DateTimeException | ArithmeticException e) {
      return Row.NULL;
    }
  }
}
