package dev.stockade.fleet.duckdb;

import dev.stockade.fleet.answer.Cell;
import dev.stockade.fleet.answer.RowWriter;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Hands the rows of a query on, one by one. */
public final class Answer {
  private static final String TIMESTAMP = "TIMESTAMP";

  private Answer() {}

  public static void write(Connection connection, String sql, RowWriter writer)
      throws SQLException {
    write(connection, sql, writer, Underway.none());
  }

  /** Likewise, and tells until the first row how far the query is. */
  public static void write(Connection connection, String sql, RowWriter writer, Underway underway)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = underway.ask(statement, sql)) {
      underway.close();
      ResultSetMetaData columns = rows.getMetaData();
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        names.add(columns.getColumnLabel(i));
      }
      writer.columns(names);
      while (rows.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= names.size(); i++) {
          row.add(Cell.of(value(rows, i, columns.getColumnTypeName(i))));
        }
        writer.row(row);
      }
      writer.end();
    }
  }

  /** A time has no zone: java.sql.Timestamp would give it the one of this process. */
  private static Object value(ResultSet rows, int column, String type) throws SQLException {
    if (type.equals(TIMESTAMP)) {
      return rows.getObject(column, LocalDateTime.class);
    }
    Object value = rows.getObject(column);
    return value instanceof Array array ? array.getArray() : value;
  }
}
