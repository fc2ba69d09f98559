package dev.stockade.fleet.sql;

import dev.stockade.fleet.lake.ColumnType;
import dev.stockade.fleet.lake.Table;
import java.util.List;

/** Tables over the files; days that came later are found by recovering the partitions again. */
final class SparkTables extends TableWords {
  @Override
  List<String> before() {
    return List.of("SET TIME ZONE 'UTC'");
  }

  @Override
  List<String> table(Table table, String folder) {
    String create = "CREATE TABLE IF NOT EXISTS " + table.name() + " (\n" + columns(table);
    String end = "LOCATION '" + folder + "'";
    return table.isByDay()
        ? List.of(
            create + ",\n  day STRING)\nUSING parquet PARTITIONED BY (day)\n" + end,
            "ALTER TABLE " + table.name() + " RECOVER PARTITIONS")
        : List.of(create + ")\nUSING parquet\n" + end);
  }

  /** As {@code CREATE TABLE} and a schema's DDL take it. */
  @Override
  String type(ColumnType type) {
    return switch (type) {
      case VARCHAR -> "STRING";
      case VARCHAR_LIST -> "ARRAY<STRING>";
      case TIMESTAMP -> "TIMESTAMP_NTZ";
      default -> type.sql();
    };
  }
}
