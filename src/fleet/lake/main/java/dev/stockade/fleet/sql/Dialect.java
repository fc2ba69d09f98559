package dev.stockade.fleet.sql;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.fleet.lake.ColumnType;
import dev.stockade.fleet.lake.LakeNames;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An engine's words for the tables of a lake. Views and questions are the same for all. Lower case:
 * these are the words of {@code --dialect}.
 */
public enum Dialect {
  /** Views over the files. */
  duckdb,
  /** External tables of Spark's own catalog. */
  spark,
  /** External tables of the Hive connector. */
  trino,
  /** External tables in Glue, whose days are computed and not registered. */
  athena;

  /** What needs no escape in any of the four, and no shell either. */
  private static final Pattern LOCATION = Pattern.compile("[A-Za-z0-9._~:/=+@-]{1,1024}");

  /**
   * All that makes the lake known to the engine: tables, then views. Statements without semicolons.
   *
   * @param location the lake as the engine names it, such as {@code s3://bucket/lake}
   * @throws CommandFailure when the location has characters that would need an escape
   */
  public List<String> statements(String location) {
    if (!LOCATION.matcher(location).matches()) {
      throw CommandFailure.usage(
          "a location has letters, digits and . _ ~ : / = + @ - only, not " + location);
    }
    String top = location.endsWith("/") ? location : location + "/";
    List<String> statements = new ArrayList<>(words().before());
    for (Table table : Tables.all()) {
      statements.addAll(words().table(table, top + LakeNames.folder(table)));
    }
    Views.all().forEach(view -> statements.add(view.create()));
    return statements;
  }

  /** The type of a column in this engine's DDL. */
  public String type(ColumnType type) {
    return words().type(type);
  }

  private TableWords words() {
    return switch (this) {
      case duckdb -> new DuckDbTables();
      case spark -> new SparkTables();
      case trino -> new TrinoTables();
      case athena -> new AthenaTables();
    };
  }
}
