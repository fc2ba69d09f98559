package dev.stockade.fleet.sql;

import dev.stockade.fleet.lake.ColumnType;
import dev.stockade.fleet.lake.Table;
import java.util.List;

/**
 * Tables of AWS Glue with partition projection: the days follow from the calendar, so that no
 * crawler has to run. Athena asks them in Trino's SQL.
 */
final class AthenaTables extends TableWords {
  private static final String SCHEMA = "stockade";

  /** No journal is older than Stockade; a clock that is ahead makes a day of the future. */
  private static final String RANGE = "2026-01-01,NOW+1DAYS";

  @Override
  List<String> before() {
    return List.of("CREATE DATABASE IF NOT EXISTS " + SCHEMA);
  }

  @Override
  List<String> table(Table table, String folder) {
    String create =
        "CREATE EXTERNAL TABLE IF NOT EXISTS "
            + SCHEMA
            + "."
            + table.name()
            + " (\n"
            + columns(table)
            + ")\n";
    String files = "STORED AS PARQUET\nLOCATION '" + folder + "'";
    return table.isByDay()
        ? List.of(create + "PARTITIONED BY (day STRING)\n" + files + "\n" + projection(folder))
        : List.of(create + files);
  }

  private static String projection(String folder) {
    return String.join(
        ",\n  ",
        "TBLPROPERTIES ('projection.enabled' = 'true'",
        "'projection.day.type' = 'date'",
        "'projection.day.format' = 'yyyy-MM-dd'",
        "'projection.day.range' = '" + RANGE + "'",
        "'projection.day.interval' = '1'",
        "'projection.day.interval.unit' = 'DAYS'",
        "'storage.location.template' = '" + folder + "day=${day}')");
  }

  @Override
  String type(ColumnType type) {
    return switch (type) {
      case VARCHAR -> "STRING";
      case VARCHAR_LIST -> "ARRAY<STRING>";
      case INTEGER -> "INT";
      default -> type.sql();
    };
  }
}
