package dev.stockade.fleet.sql;

import dev.stockade.fleet.lake.ColumnType;
import dev.stockade.fleet.lake.Table;
import java.util.List;

/** Tables of Trino's Hive connector, whose catalog is called {@code hive} here. */
final class TrinoTables extends TableWords {
  private static final String SCHEMA = "hive.stockade";

  @Override
  List<String> before() {
    return List.of("CREATE SCHEMA IF NOT EXISTS " + SCHEMA, "USE " + SCHEMA);
  }

  @Override
  List<String> table(Table table, String folder) {
    String create =
        "CREATE TABLE IF NOT EXISTS " + SCHEMA + "." + table.name() + " (\n" + columns(table);
    String with = "WITH (external_location = '" + folder + "', format = 'PARQUET'";
    return table.isByDay()
        ? List.of(
            create + ",\n  day varchar)\n" + with + ", partitioned_by = ARRAY['day'])",
            "CALL hive.system.sync_partition_metadata('stockade', '" + table.name() + "', 'FULL')")
        : List.of(create + ")\n" + with + ")");
  }

  @Override
  String type(ColumnType type) {
    return switch (type) {
      case VARCHAR -> "varchar";
      case VARCHAR_LIST -> "array(varchar)";
      case TIMESTAMP -> "timestamp(6)";
      case BIGINT -> "bigint";
      case INTEGER -> "integer";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
    };
  }
}
