package dev.stockade.fleet.ingest;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.fleet.duckdb.BatchWriter;
import dev.stockade.fleet.duckdb.LakeStore;
import dev.stockade.fleet.lake.BatchIds;
import dev.stockade.fleet.lake.Catalog;
import dev.stockade.fleet.lake.SourceState;
import dev.stockade.fleet.source.Reading;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** The batch that is filled, and the one before, which another thread writes meanwhile. */
final class Batches implements AutoCloseable {
  private final boolean isDry;
  private final LakeStore store;
  private final ExecutorService workers;
  private final BatchWriter files;
  private final Committer committer;
  private final BatchIds ids;
  private final ExecutorService writer = Workers.named("stockade-writer", 1);
  private final Totals totals = new Totals();
  private Batch current;
  private Batch written;
  private Future<?> writing;
  private int count;

  static Batches of(IngestPlan plan, LakeStore store, Catalog before, Connection connection)
      throws SQLException {
    int threads = plan.limits().threads();
    ExecutorService workers = Workers.named("stockade-files", threads);
    BatchWriter files = new BatchWriter(store, before, connection, workers, threads);
    return new Batches(plan.isDry(), store, before, workers, files);
  }

  private Batches(
      boolean isDry, LakeStore store, Catalog before, ExecutorService workers, BatchWriter files) {
    this.isDry = isDry;
    this.store = store;
    this.ids = new BatchIds(before);
    this.workers = workers;
    this.files = files;
    this.committer = new Committer(store, files);
    this.current = new Batch(ids.next(), store.work(), isDry);
  }

  Batch current() {
    return current;
  }

  /** Begins to write the current batch. */
  void write() throws SQLException {
    await();
    Batch batch = current;
    if (isDry) {
      totals.add(batch.totals());
      current = new Batch(ids.next(), store.work(), isDry);
      return;
    }
    List<SourceState> sources =
        batch.readings().stream().map(Reading::state).filter(Objects::nonNull).toList();
    written = batch;
    writing =
        writer.submit(
            () -> {
              committer.write(batch, sources);
              return null;
            });
    current = new Batch(ids.next(), store.work(), isDry);
  }

  /** Writes what is left. */
  void finish() throws SQLException {
    if (!current.isEmpty()) {
      write();
    }
    await();
  }

  private void await() throws SQLException {
    if (writing == null) {
      return;
    }
    try {
      writing.get();
      totals.add(written.totals());
      count++;
      writing = null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SQLException) {
        throw (SQLException) e.getCause();
      }
      if (e.getCause() instanceof RuntimeException) {
        throw (RuntimeException) e.getCause();
      }
      throw (Error) e.getCause();
    }
  }

  /** Of the batches that were written. */
  Totals totals() {
    return totals;
  }

  /** Batches that were written. */
  int count() {
    return count;
  }

  @Override
  public void close() throws SQLException {
    Workers.end(writer);
    Workers.end(workers);
    files.close();
  }
}
