package dev.stockade.fleet.report;

import dev.stockade.base.IsoTime;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times of DuckDB, which have no zone and are UTC. */
final class Times {
  private Times() {}

  /** As records have it. */
  static String text(Object value) {
    LocalDateTime time =
        value instanceof Timestamp ? ((Timestamp) value).toLocalDateTime() : (LocalDateTime) value;
    return IsoTime.of(time.toInstant(ZoneOffset.UTC).toEpochMilli());
  }
}
