package dev.stockade.cli.journal;

import dev.stockade.cli.command.JsonView;
import java.time.DateTimeException;
import java.time.Instant;

/** The times in records. */
final class RecordTime {
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private RecordTime() {}

  /**
   * The milliseconds since the epoch.
   *
   * @throws IllegalArgumentException where the member is no time that a record may have
   */
  static long of(JsonView record, String name) {
    try {
      Instant time = Instant.parse(record.text(name));
      if (!time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
        return time.toEpochMilli();
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    throw new IllegalArgumentException("record." + name + " must be a time of the years 1 to 9999");
  }
}
