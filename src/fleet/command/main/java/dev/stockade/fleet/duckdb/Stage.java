package dev.stockade.fleet.duckdb;

import dev.stockade.fleet.lake.Column;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import dev.stockade.fleet.record.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The rows of one batch in tables of memory, until they are written. Filled by one thread. */
public final class Stage {
  private final Connection connection;
  private final Map<Table, DuckDBAppender> appenders = new HashMap<>();
  private final String suffix;
  private long rows;

  /**
   * @param connection of its own, as another stage may be written at the same time
   * @param suffix of its tables' names
   */
  public Stage(Connection connection, String suffix) throws SQLException {
    this.connection = connection;
    this.suffix = suffix;
    for (String name : Tables.OF_RECORDS) {
      Table table = Tables.named(name);
      DuckDb.execute(connection, "CREATE TABLE " + name(table) + " (" + table.ddl() + ")");
    }
  }

  /** The staged table that holds the rows of a table. */
  public String name(Table table) {
    return "stage_" + table.name() + suffix;
  }

  public Connection connection() {
    return connection;
  }

  String suffix() {
    return suffix;
  }

  /** Rows since it was empty. */
  public long rows() {
    return rows;
  }

  /** Takes a row. */
  public void add(Row row) throws SQLException {
    DuckDBAppender appender = appender(row.table());
    appender.beginRow();
    List<Column> columns = row.table().columns();
    for (int i = 0; i < columns.size(); i++) {
      append(appender, row, columns.get(i), i);
    }
    appender.append(row.day());
    appender.endRow();
    rows++;
  }

  private DuckDBAppender appender(Table table) throws SQLException {
    DuckDBAppender appender = appenders.get(table);
    if (appender == null) {
      appender = ((DuckDBConnection) connection).createAppender("main", name(table));
      appenders.put(table, appender);
    }
    return appender;
  }

  private static void append(DuckDBAppender appender, Row row, Column column, int place)
      throws SQLException {
    switch (column.type()) {
      case VARCHAR:
        appender.append(row.text(place));
        return;
      case VARCHAR_LIST:
        appender.append(row.texts(place));
        return;
      default:
        long number = row.number(place);
        if (number == Row.NULL) {
          appender.appendNull();
          return;
        }
        append(appender, column, number);
    }
  }

  private static void append(DuckDBAppender appender, Column column, long number)
      throws SQLException {
    switch (column.type()) {
      case BIGINT:
        appender.append(number);
        return;
      case INTEGER:
        appender.append((int) number);
        return;
      case BOOLEAN:
        appender.append(number != 0);
        return;
      default:
        appender.appendEpochMicros(number);
    }
  }

  /** Ends the filling: all rows are in their tables. */
  public void finish() throws SQLException {
    for (DuckDBAppender appender : appenders.values()) {
      appender.close();
    }
    appenders.clear();
  }

  /** Empties it for the next batch. */
  public void clear() throws SQLException {
    for (String name : Tables.OF_RECORDS) {
      DuckDb.execute(connection, "TRUNCATE " + name(Tables.named(name)));
    }
    rows = 0;
  }
}
