package dev.stockade.fleet.duckdb;

import dev.stockade.fleet.lake.BatchIds;
import dev.stockade.fleet.lake.Catalog;
import dev.stockade.fleet.lake.Manifest;
import dev.stockade.fleet.lake.PartFile;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Days of many small files, written anew in order. One manifest takes the place of all that were
 * there, so a lake that is compacted has few of these too.
 */
public final class Compaction {
  /** A day with no more files is left as it is. */
  public static final int MANY = 8;

  private static final String ORDER = " ORDER BY day, service, peer_host, ts";

  private final LakeStore store;
  private final Catalog catalog;
  private final Map<String, List<PartFile>> days = new TreeMap<>();
  private int after;

  public Compaction(LakeStore store, Catalog catalog) {
    this.store = store;
    this.catalog = catalog;
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    for (PartFile file : catalog.files()) {
      if (file.day().compareTo(today) < 0) {
        String day = file.table() + " of " + file.day();
        days.computeIfAbsent(day, any -> new ArrayList<>()).add(file);
      }
    }
    days.values().removeIf(files -> files.size() <= MANY);
  }

  /** Days of tables that have many files, such as {@code handshakes of 2026-11-09}. */
  public List<String> plan() {
    return List.copyOf(days.keySet());
  }

  /** Files that they have. */
  public int before() {
    return days.values().stream().mapToInt(List::size).sum();
  }

  /** Files that they have now; 0 before it is done. */
  public int after() {
    return after;
  }

  /** Writes them. */
  public void write(Connection connection, Underway underway) throws SQLException {
    String batch = new BatchIds(catalog).next();
    List<StagedFile> written = new ArrayList<>();
    ParquetWriter writer = new ParquetWriter(connection, store.work(), batch);
    int done = 0;
    for (List<PartFile> files : days.values()) {
      underway.at("writing " + files.get(0).table(), done++, days.size(), "days");
      Table table = Tables.named(files.get(0).table());
      written.addAll(writer.write(table, select(table, files)));
    }
    written.forEach(file -> store.publish(file.file(), file.part().path()));
    after = written.size();
    store.commit(
        new Manifest(
            batch,
            "compact",
            remaining(written),
            List.copyOf(catalog.sources().values()),
            counts(),
            catalog.manifests().stream().map(Manifest::batch).toList()));
  }

  private String select(Table table, List<PartFile> files) {
    List<String> places = files.stream().map(file -> store.local(file.path()).toString()).toList();
    String rows = "SELECT " + table.names() + ", day FROM (" + View.rows(table, places) + ")";
    if (table.name().equals(Tables.FINDINGS)) {
      return Findings.added(rows);
    }
    return rows + (table.has("peer_host") ? ORDER : " ORDER BY day, ts");
  }

  private List<PartFile> remaining(List<StagedFile> written) {
    Set<PartFile> gone = new HashSet<>();
    days.values().forEach(gone::addAll);
    List<PartFile> files = new ArrayList<>(catalog.files());
    files.removeIf(gone::contains);
    written.forEach(file -> files.add(file.part()));
    return files;
  }

  private Map<String, Long> counts() {
    Map<String, Long> sums = new TreeMap<>();
    for (Manifest manifest : catalog.manifests()) {
      manifest.counts().forEach((name, count) -> sums.merge(name, count, Long::sum));
    }
    return sums;
  }
}
