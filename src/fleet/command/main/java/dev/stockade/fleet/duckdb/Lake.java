package dev.stockade.fleet.duckdb;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.fleet.lake.Catalog;
import dev.stockade.fleet.lake.LakeNames;
import dev.stockade.fleet.lake.Manifest;
import dev.stockade.fleet.lake.PartFile;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import dev.stockade.fleet.sql.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A lake that is open for questions: DuckDB with a view for each table, over the files that the
 * manifests name.
 */
public final class Lake implements AutoCloseable {
  private final Connection connection;
  private final Catalog catalog;
  private final Path folder;

  private Lake(Path folder, Connection connection, Catalog catalog) {
    this.folder = folder;
    this.connection = connection;
    this.catalog = catalog;
  }

  /** All days of a lake. */
  public static Lake open(String place, Limits limits) {
    return open(place, limits, null, null);
  }

  /**
   * The days from the one to the other, both with it; of those alone files are fetched.
   *
   * @param place a folder, or {@code s3://bucket/prefix}
   * @param from {@code yyyy-MM-dd}; null for the first one, as for the last
   * @throws CommandFailure when there is no lake
   */
  public static Lake open(String place, Limits limits, String from, String to) {
    Path folder = Path.of(place);
    Catalog catalog = catalog(folder);
    Connection connection = DuckDb.open(limits, folder.resolve(LakeNames.TEMPORARY));
    try {
      for (Table table : Tables.all()) {
        DuckDb.execute(connection, View.of(table, files(folder, catalog, table, from, to)));
      }
      for (var view : Views.all()) {
        DuckDb.execute(connection, view.create());
      }
      return new Lake(folder, connection, catalog);
    } catch (SQLException e) {
      throw CommandFailure.failed(place + ": cannot be read: " + DuckDb.firstLine(e));
    }
  }

  private static List<String> files(
      Path folder, Catalog catalog, Table table, String from, String to) {
    List<String> files = new ArrayList<>();
    if (table.isByDay()) {
      for (PartFile file : catalog.files(table.name(), from, to)) {
        files.add(folder.resolve(file.path()).toString());
      }
    } else if (Files.exists(folder.resolve(LakeNames.whole(table)))) {
      files.add(folder.resolve(LakeNames.whole(table)).toString());
    }
    return files;
  }

  private static Catalog catalog(Path folder) {
    Path manifests = folder.resolve(LakeNames.MANIFESTS);
    List<Manifest> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(manifests)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
        all.add(Manifest.of(Files.readString(file)));
      }
    } catch (IOException e) {
      throw CommandFailure.usage(folder + ": no lake: it has no " + LakeNames.MANIFESTS);
    }
    return Catalog.of(all);
  }

  /** Holds all files that the views read, and what spills. */
  public Path folder() {
    return folder;
  }

  /** With the tables and {@link Views} as views. A statement is closed by a query that fails. */
  public Connection connection() {
    return connection;
  }

  /** What the lake held when it was opened. */
  public Catalog catalog() {
    return catalog;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw CommandFailure.failed("DuckDB does not end: " + DuckDb.firstLine(e));
    }
  }
}
