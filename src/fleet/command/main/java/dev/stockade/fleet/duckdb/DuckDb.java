package dev.stockade.fleet.duckdb;

import dev.stockade.cli.command.CommandFailure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Starts DuckDB within this process, so that it asks no network for anything. */
public final class DuckDb {
  private static final String NO_MEMORY = "Out of Memory";

  private DuckDb() {}

  /**
   * A database in memory.
   *
   * @param limits what it may take
   * @param spill a folder for what does not fit into memory; made when it is needed
   */
  public static Connection open(Limits limits, Path spill) {
    try {
      Connection connection = DriverManager.getConnection("jdbc:duckdb:", new Properties());
      try {
        execute(connection, "SET autoinstall_known_extensions = false");
        execute(connection, "SET autoload_known_extensions = false");
        execute(connection, "SET preserve_insertion_order = false");
        execute(connection, "SET parquet_metadata_cache = true");
        execute(connection, "SET temp_directory = " + quoted(spill.toString()));
        execute(connection, "SET memory_limit = " + quoted(limits.memory()));
        execute(connection, "SET threads = " + limits.threads());
        return connection;
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw CommandFailure.failed("DuckDB does not start: " + firstLine(e));
    } catch (LinkageError e) {
      throw CommandFailure.failed(
          "DuckDB's library does not load: it needs 75 MB in "
              + System.getProperty("java.io.tmpdir")
              + ", which must not be mounted noexec (another folder: -Djava.io.tmpdir=FOLDER), and"
              + " Linux with glibc on x64 or arm64: "
              + rootOf(e));
    }
  }

  /** A statement is closed by a query that fails, so each has its own. */
  public static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** As a text of SQL. */
  public static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** What a failure says, without DuckDB's drawing of the place in the SQL, and what helps. */
  public static String firstLine(SQLException e) {
    String message = String.valueOf(e.getMessage()).strip();
    int end = message.indexOf('\n');
    String line = end < 0 ? message : message.substring(0, end);
    return message.startsWith(NO_MEMORY)
        ? "it needs more memory than DuckDB may take: give it more with --memory (" + line + ")"
        : line;
  }

  private static String rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }
}
