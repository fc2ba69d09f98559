package dev.stockade.fleet.duckdb;

import static dev.stockade.fleet.duckdb.DuckDb.quoted;

import dev.stockade.fleet.lake.Column;
import dev.stockade.fleet.lake.Table;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of the lake as a view over files. It has all columns that this version knows, whatever
 * the files have: those of an older version lack the newer ones.
 */
final class View {
  private static final String LAST = "last_ts";

  private View() {}

  /**
   * @param files as DuckDB opens them; none for an empty view
   */
  static String of(Table table, Collection<String> files) {
    return "CREATE OR REPLACE VIEW "
        + table.name()
        + " AS SELECT "
        + table.columns().stream()
            .map(column -> value(table, column))
            .collect(Collectors.joining(", "))
        + (table.isByDay() ? ", " + Table.DAY : "")
        + " FROM ("
        + rows(table, files)
        + ")";
  }

  /** All rows of files as they are stored, with all columns. */
  static String rows(Table table, Collection<String> files) {
    return files.isEmpty()
        ? empty(table)
        : "SELECT * FROM " + parquet(table, files) + " UNION ALL BY NAME " + empty(table);
  }

  /** A table expression over files. */
  static String parquet(Table table, Collection<String> files) {
    String list = files.stream().map(DuckDb::quoted).collect(Collectors.joining(", "));
    String day =
        table.isByDay()
            ? ", hive_partitioning = true, hive_types = {" + quoted(Table.DAY) + ": VARCHAR}"
            : "";
    return "read_parquet([" + list + "], union_by_name = true" + day + ")";
  }

  /** Where it is as the first one's, the last time is not stored. */
  private static String value(Table table, Column column) {
    return column.name().equals(LAST) && table.has("ts")
        ? "coalesce(" + LAST + ", ts) AS " + LAST
        : column.name();
  }

  private static String empty(Table table) {
    List<String> nulls =
        table.columns().stream()
            .map(column -> "NULL::" + column.type().sql() + " AS " + column.name())
            .toList();
    return "SELECT "
        + String.join(", ", nulls)
        + (table.isByDay() ? ", NULL::VARCHAR AS " + Table.DAY : "")
        + " WHERE false";
  }
}
