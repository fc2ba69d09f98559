package dev.stockade.fleet.sql;

import dev.stockade.fleet.lake.ColumnType;
import dev.stockade.fleet.lake.Table;
import java.util.List;

/** Views: DuckDB has no external tables. A table of which there is no file yet is refused. */
final class DuckDbTables extends TableWords {
  @Override
  List<String> before() {
    return List.of();
  }

  @Override
  List<String> table(Table table, String folder) {
    String files =
        table.isByDay()
            ? "'" + folder + "*/*.parquet', hive_partitioning = true, hive_types = {'day': VARCHAR}"
            : "'" + folder + "*.parquet'";
    String known =
        table.columns().stream()
            .map(column -> "NULL::" + type(column.type()) + " AS " + column.name())
            .reduce((a, b) -> a + ", " + b)
            .orElseThrow();
    // The second half gives the columns that the files of an older version lack.
    return List.of(
        "CREATE OR REPLACE VIEW %s AS\nSELECT * FROM read_parquet(%s, union_by_name = true)\nUNION ALL BY NAME SELECT %s WHERE false"
            .formatted(table.name(), files, known));
  }

  @Override
  String type(ColumnType type) {
    return type.sql();
  }
}
