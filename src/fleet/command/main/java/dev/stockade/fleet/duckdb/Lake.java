package dev.stockade.fleet.duckdb;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.fleet.lake.Catalog;
import dev.stockade.fleet.lake.LakeNames;
import dev.stockade.fleet.lake.PartFile;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import dev.stockade.fleet.sql.Views;
import dev.stockade.fleet.storage.StoredFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A lake that is open for questions: DuckDB with a view for each table, over the files that the
 * manifests name.
 */
public final class Lake implements AutoCloseable {
  private final LakeStore store;
  private final Connection connection;
  private final Catalog catalog;

  private Lake(LakeStore store, Connection connection, Catalog catalog) {
    this.store = store;
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
    return open(place, limits, from, to, Underway.none());
  }

  /** Likewise, and tells how far it is with fetching, and later with queries. */
  public static Lake open(String place, Limits limits, String from, String to, Underway underway) {
    return open(place, limits, from, to, underway, Tables.all());
  }

  /** One table alone, without {@link Views}: nothing else is fetched. */
  public static Lake openTable(Table table, String place, Limits limits, String from, String to) {
    return open(place, limits, from, to, Underway.none(), List.of(table));
  }

  private static Lake open(
      String place,
      Limits limits,
      String from,
      String to,
      Underway underway,
      Collection<Table> views) {
    LakeStore store = LakeStore.of(place);
    try {
      underway.at("opening the lake");
      Catalog catalog = store.requireLake();
      Connection connection = DuckDb.open(limits, store.spill());
      underway.watch(connection);
      int tables = 0;
      for (Table table : views) {
        underway.at("opening the lake", tables++, views.size(), "tables");
        DuckDb.execute(connection, View.of(table, files(store, catalog, table, from, to)));
      }
      if (views.size() == Tables.all().size()) {
        for (var view : Views.all()) {
          DuckDb.execute(connection, view.create());
        }
      }
      return new Lake(store, connection, catalog);
    } catch (SQLException e) {
      store.close();
      throw CommandFailure.failed(place + ": cannot be read: " + DuckDb.firstLine(e));
    } catch (CommandFailure e) {
      store.close();
      throw e;
    }
  }

  private static List<String> files(
      LakeStore store, Catalog catalog, Table table, String from, String to) {
    List<String> files = new ArrayList<>();
    if (table.isByDay()) {
      for (PartFile file : catalog.files(table.name(), from, to)) {
        files.add(store.local(file.path()).toString());
      }
    } else {
      String key = LakeNames.whole(table);
      try (Stream<StoredFile> found = store.storage().list(key, null)) {
        found.forEach(file -> files.add(store.local(file.key()).toString()));
      }
    }
    return files;
  }

  /** Holds all files that the views read, and what spills. */
  public Path folder() {
    return store.folder() == null ? store.work() : store.folder();
  }

  /** With the tables and {@link Views} as views. A statement is closed by a query that fails. */
  public Connection connection() {
    return connection;
  }

  /** Where it lies. */
  public LakeStore store() {
    return store;
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
    } finally {
      store.close();
    }
  }
}
