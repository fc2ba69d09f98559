package dev.stockade.fleet.duckdb;

import dev.stockade.fleet.lake.Catalog;
import dev.stockade.fleet.lake.PartFile;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The lines that the lake has of the days that are written to, by their hashes, so that none comes
 * in twice. DuckDB holds them: what is too much for its memory goes to the disk.
 *
 * <p>Two lines that claim the same place, {@code (service, instance, pid, process, seq, ts)}, but
 * differ, are both kept and counted as a conflict.
 */
final class KnownLines {
  /** Of the run alone, so it may change with DuckDB's version. */
  private static final String PLACE = "hash(service, instance, pid, process, seq, ts)";

  private static final String LINES = "lines";

  private final LakeStore store;
  private final Catalog before;
  private final Connection connection;
  private final RowScan scan;
  private final Set<String> days = new HashSet<>();

  /**
   * @param before what was in the lake before this run
   */
  KnownLines(LakeStore store, Catalog before, Connection connection, RowScan scan)
      throws SQLException {
    this.store = store;
    this.before = before;
    this.connection = connection;
    this.scan = scan;
    DuckDb.execute(connection, "CREATE TABLE known (line_hash BIGINT, place UBIGINT)");
  }

  /**
   * What of a stage is new.
   *
   * @param repeated lines that the lake or the stage has already; they were taken out of it
   * @param conflicts lines that claim the place of another
   */
  record New(long repeated, long conflicts) {}

  /** Takes repeated lines out of a stage, and learns the others. */
  New take(Stage stage) throws SQLException {
    learn(fresh(stage));
    Table lines = Stage.lines();
    scan.put(LINES, lines, stage.rows());
    DuckDb.execute(
        connection,
        "CREATE OR REPLACE TEMP TABLE lines AS SELECT line_hash, "
            + PLACE
            + " AS place FROM ("
            + RowScan.select(LINES, lines)
            + ")");
    scan.forget(LINES);
    DuckDb.execute(
        connection,
        "CREATE OR REPLACE TEMP TABLE fresh AS SELECT DISTINCT line_hash, place FROM lines"
            + " ANTI JOIN known USING (line_hash, place)");
    long repeated = stage.rows().size() - number(connection, "SELECT count(*) FROM fresh");
    if (repeated > 0) {
      stage.remove(
          hashes("SELECT line_hash FROM lines SEMI JOIN known USING (line_hash, place)"),
          hashes("SELECT line_hash FROM lines GROUP BY line_hash HAVING count(*) > 1"));
    }
    long conflicts =
        number(
            connection,
            "SELECT (SELECT count(*) FROM fresh SEMI JOIN known USING (place)) + (SELECT"
                + " coalesce(sum(c - 1), 0) FROM (SELECT count(*) AS c FROM fresh GROUP BY place"
                + " HAVING count(*) > 1))");
    DuckDb.execute(connection, "INSERT INTO known SELECT line_hash, place FROM fresh");
    return new New(repeated, conflicts);
  }

  private Set<String> fresh(Stage stage) {
    Set<String> fresh = stage.days();
    fresh.removeAll(days);
    days.addAll(fresh);
    return fresh;
  }

  private Set<Long> hashes(String sql) throws SQLException {
    Set<Long> hashes = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        hashes.add(rows.getLong(1));
      }
    }
    return hashes;
  }

  /** Reads what the lake had of days that this run touches for the first time. */
  private void learn(Set<String> fresh) throws SQLException {
    if (fresh.isEmpty()) {
      return;
    }
    for (String name : Tables.OF_RECORDS) {
      Table table = Tables.named(name);
      List<String> files =
          before.files(name, null, null).stream()
              .filter(file -> fresh.contains(file.day()))
              .map(PartFile::path)
              .map(path -> store.local(path).toString())
              .collect(Collectors.toList());
      if (!files.isEmpty()) {
        DuckDb.execute(
            connection,
            "INSERT INTO known SELECT line_hash, " + PLACE + " FROM " + View.parquet(table, files));
      }
    }
  }

  static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
