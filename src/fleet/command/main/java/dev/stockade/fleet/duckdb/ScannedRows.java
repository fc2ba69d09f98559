package dev.stockade.fleet.duckdb;

import java.util.Map;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBWritableVector;

/** Rows that {@link RowScan} hands to DuckDB, a piece of a column at a time. */
interface ScannedRows {
  int count();

  /** Names and types of the columns, in their order. */
  Map<String, DuckDBColumnType> columns();

  /**
   * Writes rows of one column.
   *
   * @param vector all of it is NULL; its first place is for the row {@code from}
   */
  void write(int column, DuckDBWritableVector vector, int from, int count);
}
