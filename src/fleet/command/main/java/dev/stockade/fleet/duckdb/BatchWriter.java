package dev.stockade.fleet.duckdb;

import dev.stockade.fleet.lake.Catalog;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import dev.stockade.fleet.record.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Makes Parquet files of the rows of batches, without those that the lake has already. */
public final class BatchWriter implements AutoCloseable {
  private final LakeStore store;
  private final Connection connection;
  private final ExecutorService workers;
  private final Connections connections;
  private final RowScan scan;
  private final KnownLines known;

  /**
   * @param before what was in the lake before this run
   * @param connection used by no other thread while a batch is written
   * @param workers so many threads, which write files of tables and days; idle before it is closed
   */
  public BatchWriter(
      LakeStore store, Catalog before, Connection connection, ExecutorService workers, int threads)
      throws SQLException {
    this.store = store;
    this.connection = connection;
    this.workers = workers;
    this.connections = new Connections(connection, threads);
    this.scan = RowScan.in(connection);
    this.known = new KnownLines(store, before, connection, scan);
  }

  /**
   * What became of a batch.
   *
   * @param files in the work folder
   * @param repeated lines that were there already, in the lake or in the batch
   * @param conflicts lines that claim the place of another
   */
  public record Written(List<StagedFile> files, long repeated, long conflicts) {}

  /** Writes a batch's files. */
  public Written write(String batch, Stage stage) throws SQLException, InterruptedException {
    if (stage.rows().isEmpty()) {
      return new Written(List.of(), 0, 0);
    }
    KnownLines.New fresh = known.take(stage);
    List<StagedFile> files = all(jobs(batch, stage.byDay()));
    if (!files.isEmpty()) {
      String findings = Findings.select(places(files));
      ParquetWriter writer = new ParquetWriter(connection, store.work(), batch);
      files.addAll(writer.write(Tables.named(Tables.FINDINGS), findings));
    }
    return new Written(files, fresh.repeated(), fresh.conflicts());
  }

  private List<Callable<StagedFile>> jobs(String batch, Map<String, Map<Long, List<Row>>> tables) {
    List<Callable<StagedFile>> jobs = new ArrayList<>();
    for (String name : Tables.OF_RECORDS) {
      tables
          .getOrDefault(name, Map.of())
          .values()
          .forEach(rows -> jobs.add(() -> file(batch, Tables.named(name), rows)));
    }
    return jobs;
  }

  private StagedFile file(String batch, Table table, List<Row> rows)
      throws SQLException, InterruptedException {
    String day = rows.get(0).day();
    RowSlice slice = new RowSlice(table, Stage.sorted(rows));
    String name = table.name() + " " + day;
    String select = "SELECT " + slice.select() + " FROM " + scan.put(name, slice);
    try {
      return connections.use(
          one -> new ParquetWriter(one, store.work(), batch).write(table, day, select));
    } finally {
      scan.forget(name);
    }
  }

  /** What all give, in their order; all have ended, also where one fails. */
  private List<StagedFile> all(List<Callable<StagedFile>> jobs)
      throws SQLException, InterruptedException {
    List<StagedFile> files = new ArrayList<>();
    for (Future<StagedFile> job : workers.invokeAll(jobs)) {
      try {
        files.add(job.get());
      } catch (ExecutionException e) {
        if (e.getCause() instanceof SQLException cause) {
          throw cause;
        }
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw new IllegalStateException(e.getCause());
      }
    }
    return files;
  }

  private static Map<Table, List<String>> places(List<StagedFile> files) {
    Map<Table, List<String>> places = new LinkedHashMap<>();
    for (StagedFile file : files) {
      places
          .computeIfAbsent(Tables.named(file.part().table()), any -> new ArrayList<>())
          .add(file.file().toString());
    }
    return places;
  }

  @Override
  public void close() throws SQLException {
    connections.close();
  }
}
