package dev.stockade.fleet.lake;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of the lake.
 *
 * @param columns in their order, without the partition {@link #DAY}
 * @param isByDay whether it is partitioned by day; else it is one file that is written anew
 */
public record Table(String name, List<Column> columns, boolean isByDay) {
  /** The partition of each table by day: VARCHAR, {@code yyyy-MM-dd}, the UTC day of ts. */
  public static final String DAY = "day";

  /** Place of a column among {@link #columns}; -1 where there is none of this name. */
  public int indexOf(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    return -1;
  }

  public boolean has(String column) {
    return indexOf(column) >= 0;
  }

  /** Names of the columns with commas, without the partition. */
  public String names() {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  /** {@code ts TIMESTAMP, service VARCHAR, ...} as DuckDB wants it, the partition last. */
  public String ddl() {
    String all =
        columns.stream()
            .map(column -> column.name() + " " + column.type().sql())
            .collect(Collectors.joining(", "));
    return isByDay ? all + ", " + DAY + " VARCHAR" : all;
  }
}
