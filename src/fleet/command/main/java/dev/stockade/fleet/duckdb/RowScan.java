package dev.stockade.fleet.duckdb;

import dev.stockade.fleet.lake.Column;
import dev.stockade.fleet.lake.ColumnType;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.record.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBWritableVector;

/**
 * Rows of Java's as a table function of DuckDB's, straight from where they are: to append them to a
 * table first takes most of an ingest's time. Lists and times have no vector that Java may write,
 * so they pass as text and as microseconds; {@link #select} makes them what they are.
 */
final class RowScan implements DuckDBTableFunction<RowScan.Slice, RowScan.Cursor, Object> {
  private static final String NAME = "rows_of";

  /** Before each text of a list. */
  private static final char LIST = 0x1f;

  private static final char UNKNOWN = 0xfffd;

  private final Map<String, Slice> slices = new ConcurrentHashMap<>();

  /** Rows of one table. */
  record Slice(Table table, List<Row> rows) {}

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

  /** Makes rows known under a name; they stay as they are until it is forgotten. */
  void put(String name, Table table, List<Row> rows) {
    slices.put(name, new Slice(table, rows));
  }

  void forget(String name) {
    slices.remove(name);
  }

  /** The rows of a name, with the table's columns. */
  static String select(String name, Table table) {
    return "SELECT "
        + table.columns().stream().map(RowScan::column).collect(Collectors.joining(", "))
        + " FROM "
        + NAME
        + "("
        + DuckDb.quoted(name)
        + ")";
  }

  private static String column(Column column) {
    String name = column.name();
    return switch (column.type()) {
      case TIMESTAMP -> "make_timestamp(" + name + ") AS " + name;
      case VARCHAR_LIST ->
          "CASE WHEN "
              + name
              + " = '' THEN [] ELSE string_split(substr("
              + name
              + ", 2), chr(31)) END AS "
              + name;
      default -> name;
    };
  }

  @Override
  public Slice bind(DuckDBTableFunctionBindInfo info) throws Exception {
    Slice slice = slices.get(info.getParameter(0).getString());
    for (Column column : slice.table().columns()) {
      info.addResultColumn(column.name(), type(column.type()));
    }
    info.setCardinality(slice.rows().size(), true);
    return slice;
  }

  private static DuckDBColumnType type(ColumnType type) {
    return switch (type) {
      case BIGINT, TIMESTAMP -> DuckDBColumnType.BIGINT;
      case INTEGER -> DuckDBColumnType.INTEGER;
      case BOOLEAN -> DuckDBColumnType.BOOLEAN;
      default -> DuckDBColumnType.VARCHAR;
    };
  }

  @Override
  public Cursor init(DuckDBTableFunctionInitInfo info) {
    info.setMaxThreads(1); // So the rows keep their order.
    return new Cursor();
  }

  @Override
  public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) {
    Slice slice = info.getBindData();
    Cursor cursor = info.getInitData();
    List<Row> rows = slice.rows();
    int from = cursor.next;
    int count = (int) Math.min(chunk.capacity(), rows.size() - from);
    List<Column> columns = slice.table().columns();
    for (int i = 0; i < columns.size(); i++) {
      write(chunk.vector(i), columns.get(i).type(), rows.subList(from, from + count), i);
    }
    cursor.next = from + count;
    return count;
  }

  private static void write(
      DuckDBWritableVector vector, ColumnType type, List<Row> rows, int column) {
    if (type == ColumnType.VARCHAR) {
      String[] texts = new String[rows.size()];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = rows.get(i).text(column);
      }
      vector.setStrings(0, texts);
      return;
    }
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (type == ColumnType.VARCHAR_LIST) {
        List<String> texts = row.texts(column);
        if (texts == null) {
          vector.setNull(i);
        } else {
          vector.setString(i, list(texts));
        }
        continue;
      }
      long number = row.number(column);
      if (number == Row.NULL) {
        vector.setNull(i);
      } else if (type == ColumnType.INTEGER) {
        vector.setInt(i, (int) number);
      } else if (type == ColumnType.BOOLEAN) {
        vector.setBoolean(i, number != 0);
      } else {
        vector.setLong(i, number);
      }
    }
  }

  private static String list(List<String> texts) {
    StringBuilder all = new StringBuilder();
    texts.forEach(text -> all.append(LIST).append(text.replace(LIST, UNKNOWN)));
    return all.toString();
  }
}
