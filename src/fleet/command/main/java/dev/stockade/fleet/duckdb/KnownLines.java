package dev.stockade.fleet.duckdb;

import dev.stockade.fleet.lake.Catalog;
import dev.stockade.fleet.lake.PartFile;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;
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
    DuckDb.execute(connection, "CREATE TABLE known (line_hash BIGINT, place BIGINT, day BIGINT)");
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
    LineNumbers lines = new LineNumbers(stage.rows());
    String table = scan.put(LINES, lines);
    BitSet repeated = new BitSet();
    BitSet claimed = find(lines, table, repeated);
    long conflicts = lines.find(repeated);
    claimed.andNot(repeated);
    stage.remove(repeated);
    lines.remove(repeated);
    DuckDb.execute(connection, "INSERT INTO known SELECT line_hash, place, day FROM " + table);
    scan.forget(LINES);
    return new New(repeated.cardinality(), conflicts + claimed.cardinality());
  }

  /**
   * Finds lines that are known. The days keep DuckDB from reading what it knows of others: as the
   * oldest files come first, that is most of it in a large lake.
   *
   * @return those that differ from all that are known of their place
   */
  private BitSet find(LineNumbers lines, String table, BitSet repeated) throws SQLException {
    BitSet claimed = new BitSet();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT line, bool_or(known.line_hash = lines.line_hash) FROM "
                    + table
                    + " AS lines JOIN known USING (place, day) WHERE known.day BETWEEN "
                    + lines.firstDay()
                    + " AND "
                    + lines.lastDay()
                    + " GROUP BY line")) {
      while (rows.next()) {
        (rows.getBoolean(2) ? repeated : claimed).set((int) rows.getLong(1));
      }
    }
    return claimed;
  }

  private Set<String> fresh(Stage stage) {
    Set<String> fresh = new HashSet<>(stage.days());
    fresh.removeAll(days);
    days.addAll(fresh);
    return fresh;
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
            "INSERT INTO known SELECT line_hash, "
                + LinePlaces.SQL
                + ", "
                + LinePlaces.DAY
                + " FROM "
                + View.parquet(table, files));
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
