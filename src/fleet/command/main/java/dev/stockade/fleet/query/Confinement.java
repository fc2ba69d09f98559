package dev.stockade.fleet.query;

import dev.stockade.fleet.duckdb.DuckDb;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Shuts DuckDB in: nothing outside one folder is read or written, and no setting opens it. */
final class Confinement {
  private Confinement() {}

  /**
   * @param folder of the files that the views read, and of what spills
   */
  static void to(Path folder, Connection connection) throws SQLException {
    String directory = DuckDb.quoted(folder.toAbsolutePath().toString());
    DuckDb.execute(connection, "SET allowed_directories = [" + directory + "]");
    DuckDb.execute(connection, "SET enable_external_access = false");
    DuckDb.execute(connection, "SET lock_configuration = true");
  }
}
