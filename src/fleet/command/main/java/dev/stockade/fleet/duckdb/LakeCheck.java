package dev.stockade.fleet.duckdb;

import dev.stockade.fleet.lake.Catalog;
import dev.stockade.fleet.lake.LakeNames;
import dev.stockade.fleet.lake.Manifest;
import dev.stockade.fleet.lake.PartFile;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import dev.stockade.fleet.storage.StoredFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether the lake's files are what the manifests say. */
public final class LakeCheck {
  private final LakeStore store;
  private final Catalog catalog;
  private final List<String> faults = new ArrayList<>();
  private long rows;

  public LakeCheck(LakeStore store, Catalog catalog) {
    this.store = store;
    this.catalog = catalog;
  }

  /** Each fault is a sentence; none where all is well. */
  public List<String> run(Connection connection, Underway underway) throws SQLException {
    counts("", " records", Tables.OF_RECORDS);
    counts(Manifest.TRAIL, " events of CloudTrail", List.of(Tables.CLOUDTRAIL));
    Map<String, Long> sizes = sizes();
    int looked = 0;
    List<PartFile> files = catalog.files();
    for (PartFile file : files) {
      underway.at("looking at files", looked++, files.size(), "files");
      Long size = sizes.get(file.path());
      if (size == null) {
        faults.add(file.path() + ": is not there");
      } else if (size != file.bytes()) {
        faults.add(file.path() + ": has " + size + " bytes, and had " + file.bytes());
      } else {
        rows(connection, file);
      }
    }
    return faults;
  }

  /** Rows of all files that are as they should be. */
  public long rows() {
    return rows;
  }

  /** Lines that are in the lake more than once: of days where two wrote that did not know. */
  public long repeated(Connection connection, Underway underway) throws SQLException {
    long repeated = 0;
    int looked = 0;
    for (String name : Tables.OF_RECORDS) {
      underway.at("looking for repeats", looked++, Tables.OF_RECORDS.size(), "tables");
      Table table = Tables.named(name);
      List<String> files =
          catalog.files(name, null, null).stream()
              .map(file -> store.local(file.path()).toString())
              .toList();
      if (!files.isEmpty()) {
        repeated +=
            KnownLines.number(
                connection,
                "SELECT coalesce(sum(c - 1), 0) FROM (SELECT count(*) AS c FROM "
                    + View.parquet(table, files)
                    + " GROUP BY day, line_hash, service, instance, pid, seq, ts HAVING count(*) >"
                    + " 1)");
      }
    }
    return repeated;
  }

  /** Of one kind of source: what was read is somewhere, and the files have what was stored. */
  private void counts(String prefix, String what, List<String> tables) {
    long stored = 0;
    for (Manifest manifest : catalog.manifests()) {
      Map<String, Long> counts = manifest.counts();
      if (counts.containsKey(prefix + "read")) {
        stored += counts.get(prefix + "stored");
        long somewhere =
            counts.get(prefix + "stored")
                + counts.get(prefix + "repeated")
                + counts.get(prefix + "aside");
        if (counts.get(prefix + "read") != somewhere) {
          faults.add(LakeNames.manifest(manifest.batch()) + ": its counts do not add up");
        }
      }
    }
    long named =
        catalog.files().stream()
            .filter(file -> tables.contains(file.table()))
            .mapToLong(PartFile::rows)
            .sum();
    if (named != stored) {
      faults.add(
          LakeNames.MANIFESTS + ": " + stored + what + " were stored, and files have " + named);
    }
  }

  private Map<String, Long> sizes() {
    Map<String, Long> sizes = new HashMap<>();
    for (Table table : Tables.all()) {
      try (Stream<StoredFile> files = store.storage().list(LakeNames.folder(table), null)) {
        files.forEach(file -> sizes.put(file.key(), file.size()));
      }
    }
    return sizes;
  }

  private void rows(Connection connection, PartFile file) {
    String local = store.local(file.path()).toString();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT num_rows FROM parquet_file_metadata(" + DuckDb.quoted(local) + ")")) {
      result.next();
      long found = result.getLong(1);
      rows += found;
      if (found != file.rows()) {
        faults.add(file.path() + ": has " + found + " rows, and had " + file.rows());
      }
    } catch (SQLException e) {
      faults.add(file.path() + ": is no Parquet file: " + DuckDb.firstLine(e));
    }
  }
}
