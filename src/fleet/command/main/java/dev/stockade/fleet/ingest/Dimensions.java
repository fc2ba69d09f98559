package dev.stockade.fleet.ingest;

import dev.stockade.fleet.duckdb.DuckDb;
import dev.stockade.fleet.duckdb.LakeStore;
import dev.stockade.fleet.lake.LakeNames;
import dev.stockade.fleet.lake.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes the tables of what is in no record. */
final class Dimensions {
  private final LakeStore store;
  private final Connection connection;

  Dimensions(LakeStore store, Connection connection) {
    this.store = store;
    this.connection = connection;
  }

  /** Writes a table anew, as a whole. */
  void write(Table table, List<Object[]> rows) throws SQLException {
    DuckDb.execute(connection, "CREATE OR REPLACE TEMP TABLE dimension (" + table.ddl() + ")");
    String marks = String.join(", ", table.columns().stream().map(column -> "?").toList());
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO dimension VALUES (" + marks + ")")) {
      for (Object[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          insert.setObject(i + 1, row[i]);
        }
        insert.executeUpdate();
      }
    }
    Path file = store.workFolder().resolve(table.name() + ".parquet");
    DuckDb.execute(
        connection,
        "COPY (SELECT * FROM dimension ORDER BY ALL) TO "
            + DuckDb.quoted(file.toString())
            + " (FORMAT parquet, COMPRESSION zstd)");
    // No manifest names it.
    store.storage().write(LakeNames.whole(table), file);
  }
}
