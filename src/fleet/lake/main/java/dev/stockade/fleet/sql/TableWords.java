package dev.stockade.fleet.sql;

import dev.stockade.fleet.lake.Column;
import dev.stockade.fleet.lake.ColumnType;
import dev.stockade.fleet.lake.Table;
import java.util.List;
import java.util.stream.Collectors;

/** How one engine is told of a table. */
abstract class TableWords {
  /** What comes before all tables. */
  abstract List<String> before();

  /**
   * The statements that make one table.
   *
   * @param folder where its files lie, with a slash at the end
   */
  abstract List<String> table(Table table, String folder);

  abstract String type(ColumnType type);

  /** One column on each line, without the partition. */
  final String columns(Table table) {
    return table.columns().stream().map(this::column).collect(Collectors.joining(",\n"));
  }

  private String column(Column column) {
    return "  " + column.name() + " " + type(column.type());
  }
}
