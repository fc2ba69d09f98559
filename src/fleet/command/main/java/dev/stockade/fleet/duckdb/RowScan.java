package dev.stockade.fleet.duckdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;

/**
 * Rows of Java's as a table function of DuckDB's, straight from where they are: to append them to a
 * table first takes most of an ingest's time.
 */
final class RowScan implements DuckDBTableFunction<ScannedRows, RowScan.Cursor, Object> {
  private static final String NAME = "rows_of";

  private final Map<String, ScannedRows> all = new ConcurrentHashMap<>();

  /** How far a scan is. Used by one thread at a time. */
  static final class Cursor {
    private int next;
  }

  static RowScan in(Connection connection) throws SQLException {
    RowScan scan = new RowScan();
    try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
      builder.withName(NAME).withParameter(String.class).withFunction(scan).register(connection);
    }
    return scan;
  }

  /**
   * Makes rows known under a name; they stay as they are until it is forgotten.
   *
   * @return SQL of a table that has them
   */
  String put(String name, ScannedRows rows) {
    all.put(name, rows);
    return NAME + "(" + DuckDb.quoted(name) + ")";
  }

  void forget(String name) {
    all.remove(name);
  }

  @Override
  public ScannedRows bind(DuckDBTableFunctionBindInfo info) throws Exception {
    ScannedRows rows = all.get(info.getParameter(0).getString());
    for (Map.Entry<String, DuckDBColumnType> column : rows.columns().entrySet()) {
      info.addResultColumn(column.getKey(), column.getValue());
    }
    info.setCardinality(rows.count(), true);
    return rows;
  }

  @Override
  public Cursor init(DuckDBTableFunctionInitInfo info) {
    info.setMaxThreads(1); // So the rows keep their order.
    return new Cursor();
  }

  @Override
  public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) {
    ScannedRows rows = info.getBindData();
    Cursor cursor = info.getInitData();
    int from = cursor.next;
    int count = (int) Math.min(chunk.capacity(), rows.count() - from);
    for (int i = 0; i < rows.columns().size(); i++) {
      rows.write(i, chunk.vector(i), from, count);
    }
    cursor.next = from + count;
    return count;
  }
}
