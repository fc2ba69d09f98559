package dev.stockade.fleet.duckdb;

import dev.stockade.fleet.lake.Catalog;
import dev.stockade.fleet.lake.PartFile;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
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
public final class KnownLines {
  /** Of the run alone, so it may change with DuckDB's version. */
  private static final String PLACE = "hash(service, instance, pid, process, seq, ts)";

  private final LakeStore store;
  private final Catalog before;
  private final Set<String> days = new HashSet<>();

  /**
   * @param before what was in the lake before this run
   */
  public KnownLines(LakeStore store, Catalog before, Connection connection) throws SQLException {
    this.store = store;
    this.before = before;
    DuckDb.execute(connection, "CREATE TABLE known (line_hash BIGINT, place UBIGINT)");
  }

  /**
   * What of a stage is new.
   *
   * @param repeated lines that the lake or the stage has already; they were taken out of it
   * @param conflicts lines that claim the place of another
   */
  public record New(long repeated, long conflicts) {}

  /** Takes repeated lines out of a stage, and learns the others. */
  public New take(Stage stage) throws SQLException {
    Connection connection = stage.connection();
    String lines = "lines" + stage.suffix();
    DuckDb.execute(connection, "CREATE OR REPLACE TEMP TABLE " + lines + " AS " + lines(stage));
    learn(connection, days(connection, lines));
    long repeated = remove(stage, lines);
    long conflicts =
        number(
            connection,
            "SELECT (SELECT count(*) FROM "
                + lines
                + " SEMI JOIN known USING (place)) + (SELECT coalesce(sum(c - 1), 0) FROM (SELECT"
                + " count(*) AS c FROM "
                + lines
                + " GROUP BY place HAVING count(*) > 1))");
    DuckDb.execute(connection, "INSERT INTO known SELECT line_hash, place FROM " + lines);
    return new New(repeated, conflicts);
  }

  private static String lines(Stage stage) {
    List<String> parts = new ArrayList<>();
    for (String name : Tables.OF_RECORDS) {
      parts.add(
          "SELECT '"
              + name
              + "' AS t, rowid AS r, day, line_hash, "
              + PLACE
              + " AS place FROM "
              + stage.name(Tables.named(name)));
    }
    return String.join(" UNION ALL ", parts);
  }

  private Set<String> days(Connection connection, String lines) throws SQLException {
    Set<String> fresh = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT DISTINCT day FROM " + lines)) {
      while (rows.next()) {
        fresh.add(rows.getString(1));
      }
    }
    fresh.removeAll(days);
    days.addAll(fresh);
    return fresh;
  }

  /** Reads what the lake had of days that this run touches for the first time. */
  private void learn(Connection connection, Set<String> fresh) throws SQLException {
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

  private static long remove(Stage stage, String lines) throws SQLException {
    Connection connection = stage.connection();
    String again = "again" + stage.suffix();
    // First the hashes that are there twice, which are few: a window over all is slow.
    DuckDb.execute(
        connection,
        "CREATE OR REPLACE TEMP TABLE "
            + again
            + " AS SELECT t, r FROM "
            + lines
            + " SEMI JOIN known USING (line_hash, place) UNION SELECT t, r FROM (SELECT t, r,"
            + " row_number() OVER (PARTITION BY line_hash, place ORDER BY t, r) AS n FROM "
            + lines
            + " WHERE line_hash IN (SELECT line_hash FROM "
            + lines
            + " GROUP BY line_hash HAVING count(*) > 1)) WHERE n > 1");
    long repeated = number(connection, "SELECT count(*) FROM " + again);
    if (repeated > 0) {
      for (String name : Tables.OF_RECORDS) {
        String rows = " IN (SELECT r FROM " + again + " WHERE t = '" + name + "')";
        DuckDb.execute(
            connection, "DELETE FROM " + stage.name(Tables.named(name)) + " WHERE rowid" + rows);
      }
      DuckDb.execute(
          connection,
          "DELETE FROM " + lines + " WHERE (t, r) IN (SELECT (t, r) FROM " + again + ")");
    }
    return repeated;
  }

  static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
