package dev.stockade.fleet.report;

import dev.stockade.base.IsoTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Times of DuckDB, which have no zone and are UTC: java.sql.Timestamp would give them the one of
 * this process.
 */
final class Times {
  static final String TYPE = "TIMESTAMP";

  private Times() {}

  /** A TIMESTAMP as records have it; null for NULL. */
  static String text(ResultSet rows, int column) throws SQLException {
    LocalDateTime time = rows.getObject(column, LocalDateTime.class);
    return time == null ? null : IsoTime.of(time.toInstant(ZoneOffset.UTC).toEpochMilli());
  }
}
