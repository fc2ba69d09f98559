package dev.stockade.fleet.report;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.fleet.duckdb.DuckDb;
import dev.stockade.fleet.duckdb.Lake;
import dev.stockade.fleet.duckdb.Underway;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import dev.stockade.fleet.sql.Parameters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A lake of which nothing is seen but what was chosen: its views hold no other record. */
final class ChosenLake implements AutoCloseable {
  private static final String ALL = "all_";

  private final Lake lake;
  private final Parameters parameters;
  private final String service;

  private final Underway underway;

  /**
   * @param service null for all
   * @param underway told of what takes long
   */
  ChosenLake(Lake lake, Parameters parameters, String service, Underway underway) {
    this.lake = lake;
    this.parameters = parameters;
    this.service = service;
    this.underway = underway;
    if (service != null) {
      restrict(service);
    }
  }

  private void restrict(String service) {
    try {
      for (Table table : Tables.all()) {
        if (table.isByDay() && table.has("service")) {
          String all = ALL + table.name();
          DuckDb.execute(connection(), "ALTER VIEW " + table.name() + " RENAME TO " + all);
          DuckDb.execute(
              connection(),
              "CREATE VIEW "
                  + table.name()
                  + " AS SELECT * FROM "
                  + all
                  + " WHERE service = "
                  + DuckDb.quoted(service));
        }
      }
      if (!hasAny()) {
        throw CommandFailure.usage("no record of the service " + service + " is in these days");
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private boolean hasAny() throws SQLException {
    try (Statement statement = connection().createStatement();
        ResultSet any = statement.executeQuery("SELECT 1 FROM records LIMIT 1")) {
      return any.next();
    }
  }

  Connection connection() {
    return lake.connection();
  }

  Lake lake() {
    return lake;
  }

  Underway underway() {
    return underway;
  }

  /** The one that was chosen; null for all. */
  String service() {
    return service;
  }

  /** The days, and the numbers of questions. */
  Parameters parameters() {
    return parameters;
  }

  /**
   * Puts a table of one's own in the place of the lake's.
   *
   * @param columns names with types
   */
  void replace(String table, List<String> columns, Iterable<List<String>> rows) {
    try {
      DuckDb.execute(connection(), "DROP VIEW IF EXISTS " + table);
      DuckDb.execute(
          connection(), "CREATE TABLE " + table + " (" + String.join(", ", columns) + ")");
      String places = "?" + ", ?".repeat(columns.size() - 1);
      try (PreparedStatement insert =
          connection().prepareStatement("INSERT INTO " + table + " VALUES (" + places + ")")) {
        for (List<String> row : rows) {
          for (int i = 0; i < row.size(); i++) {
            insert.setString(i + 1, row.get(i));
          }
          insert.addBatch();
        }
        insert.executeBatch();
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  static CommandFailure failure(SQLException e) {
    return CommandFailure.failed("the lake cannot be read: " + DuckDb.firstLine(e));
  }

  @Override
  public void close() {
    lake.close();
  }
}
