package dev.stockade.fleet.duckdb;

import dev.stockade.fleet.lake.BatchIds;
import dev.stockade.fleet.lake.Catalog;
import dev.stockade.fleet.lake.LakeNames;
import dev.stockade.fleet.lake.Manifest;
import dev.stockade.fleet.lake.PartFile;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Days of many small files, written anew in order. One manifest takes the place of all that were
 * there, so a lake that is compacted has few of these too.
 */
public final class Compaction {
  /** A day with no more files is left as it is. */
  public static final int MANY = 8;

  /** Bytes that one file is made of, at most: so large that Athena and Trino read it in parts. */
  static final long MOST = 1L << 30;

  private static final String ORDER = " ORDER BY day, service, peer_host, ts";

  private final LakeStore store;
  private final Catalog catalog;

  /** By day of a table, what becomes one file each. */
  private final Map<String, List<List<PartFile>>> days = new TreeMap<>();

  private int after;

  public Compaction(LakeStore store, Catalog catalog) {
    this(store, catalog, MOST);
  }

  Compaction(LakeStore store, Catalog catalog, long most) {
    this.store = store;
    this.catalog = catalog;
    Map<String, List<PartFile>> all = new TreeMap<>();
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    for (PartFile file : catalog.files()) {
      if (file.day().compareTo(today) < 0) {
        String day = file.table() + " of " + file.day();
        all.computeIfAbsent(day, any -> new ArrayList<>()).add(file);
      }
    }
    all.forEach(
        (day, files) -> {
          List<List<PartFile>> groups = groups(files, most);
          // Where files are large already, there would be nearly as many again.
          if (files.size() > MANY && 2 * groups.size() <= files.size()) {
            days.put(day, groups);
          }
        });
  }

  private static List<List<PartFile>> groups(List<PartFile> files, long most) {
    List<List<PartFile>> groups = new ArrayList<>();
    long bytes = 0;
    for (PartFile file : files) {
      bytes += file.bytes();
      if (groups.isEmpty() || bytes > most) {
        groups.add(new ArrayList<>());
        bytes = file.bytes();
      }
      groups.get(groups.size() - 1).add(file);
    }
    return groups;
  }

  /** Days of tables that have many files, such as {@code handshakes of 2026-11-09}. */
  public List<String> plan() {
    return List.copyOf(days.keySet());
  }

  /** Files that they have. */
  public int before() {
    return (int) replaced().count();
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
    for (List<List<PartFile>> day : days.values()) {
      Table table = Tables.named(day.get(0).get(0).table());
      underway.at("writing " + table.name(), done++, days.size(), "days");
      for (int i = 0; i < day.size(); i++) {
        for (StagedFile file : writer.write(table, select(table, day.get(i)))) {
          written.add(named(file, LakeNames.part(table.name(), file.part().day(), batch, i)));
        }
      }
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

  private static StagedFile named(StagedFile file, String path) {
    return new StagedFile(file.file(), new PartFile(path, file.part().rows(), file.part().bytes()));
  }

  private Stream<PartFile> replaced() {
    return days.values().stream().flatMap(List::stream).flatMap(List::stream);
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
    Set<PartFile> gone = replaced().collect(Collectors.toSet());
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
