package dev.stockade.fleet.report;

import dev.stockade.base.IsoTime;
import dev.stockade.cli.journal.SeenRecord;
import dev.stockade.fleet.lake.Column;
import dev.stockade.fleet.lake.ColumnType;
import dev.stockade.fleet.lake.Tables;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Rows of a table, summed up, as records again: each column goes to the member that it came from.
 * They come by service.
 */
final class RecordRows implements AutoCloseable {
  /** What of alike records is summed up; the names are no columns. */
  private static final String SUMS =
      "CAST(least(sum(greatest(coalesce(n, 1), 1)), 9223372036854775807) AS BIGINT) AS events,"
          + " count(*) AS records, epoch_ms(min(coalesce(first_ts, last_ts))) AS first_millis,"
          + " epoch_ms(max(last_ts)) AS last_millis";

  private final Statement statement;
  private final ResultSet rows;

  /** For each column of the query the column of the lake; null for one that is none. */
  private final List<Column> columns = new ArrayList<>();

  private final int events;
  private boolean isThere;

  RecordRows(ChosenLake lake, String table) throws SQLException {
    statement = lake.connection().createStatement();
    rows = lake.underway().ask(statement, text(table + ".sql").replace("${sums}", SUMS));
    ResultSetMetaData data = rows.getMetaData();
    String base = table.equals("processes") ? Tables.HANDSHAKES : table;
    for (int i = 1; i <= data.getColumnCount(); i++) {
      int at = Tables.named(base).indexOf(data.getColumnLabel(i));
      columns.add(at < 0 ? null : Tables.named(base).columns().get(at));
    }
    events = rows.findColumn("events");
    isThere = rows.next();
  }

  static String text(String file) {
    try (InputStream in = RecordRows.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Hands out all records of a service, which must come in the order of the rows.
   *
   * @param unread gets the number of records that this version cannot read
   */
  void of(String service, Consumer<SeenRecord> taker, LongConsumer unread) throws SQLException {
    while (isThere && service.equals(rows.getString(1))) {
      long records = rows.getLong(events + 1);
      SeenRecord record = null;
      try {
        record = record(records);
      } catch (IllegalArgumentException e) {
        // Of a later version, perhaps.
        unread.accept(records);
      }
      if (record != null) {
        taker.accept(record);
      }
      isThere = rows.next();
    }
  }

  private SeenRecord record(long records) throws SQLException {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      Object value = column == null || column.member() == null ? null : value(column, i + 1);
      if (value != null) {
        put(members, column.member(), value);
      }
    }
    long first = rows.getLong(events + 2);
    long last = rows.getLong(events + 3);
    members.put("time", IsoTime.of(last));
    return SeenRecord.of(members, first, last, rows.getLong(events), records);
  }

  private Object value(Column column, int at) throws SQLException {
    if (column.type() == ColumnType.TIMESTAMP) {
      return Times.text(rows, at);
    }
    Object value = rows.getObject(at);
    return value instanceof Array array ? Arrays.asList((Object[]) array.getArray()) : value;
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> members, String path, Object value) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      members.put(path, value);
    } else {
      Object below = members.computeIfAbsent(path.substring(0, dot), any -> new LinkedHashMap<>());
      put((Map<String, Object>) below, path.substring(dot + 1), value);
    }
  }

  @Override
  public void close() throws SQLException {
    rows.close();
    statement.close();
  }
}
