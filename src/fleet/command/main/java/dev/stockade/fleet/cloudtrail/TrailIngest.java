package dev.stockade.fleet.cloudtrail;

import static dev.stockade.fleet.duckdb.DuckDb.quoted;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.journal.Progress;
import dev.stockade.fleet.duckdb.DiskFailure;
import dev.stockade.fleet.duckdb.DuckDb;
import dev.stockade.fleet.duckdb.Lake;
import dev.stockade.fleet.duckdb.LakeStore;
import dev.stockade.fleet.duckdb.Limits;
import dev.stockade.fleet.duckdb.ParquetWriter;
import dev.stockade.fleet.duckdb.StagedFile;
import dev.stockade.fleet.duckdb.Sweeper;
import dev.stockade.fleet.lake.BatchIds;
import dev.stockade.fleet.lake.Catalog;
import dev.stockade.fleet.lake.Manifest;
import dev.stockade.fleet.storage.Storage;
import dev.stockade.fleet.storage.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the files of a trail that are new into the lake, in batches: each is there with its
 * manifest, and with it the place from which the next run goes on.
 */
final class TrailIngest {
  /** Events of a batch, about: some 200 MB in DuckDB. */
  private static final int BATCH = 500_000;

  private final Storage trail;
  private final LakeStore lake;
  private final Limits limits;
  private final Progress progress;
  private final Checkpoints checkpoints;
  private final TrailCounts counts = new TrailCounts();
  private long size;
  private long done;

  TrailIngest(Storage trail, LakeStore lake, Limits limits, Progress progress) {
    this.trail = trail;
    this.lake = lake;
    this.limits = limits;
    this.progress = progress;
    Catalog before = lake.catalog();
    if (before.manifests().isEmpty()) {
      throw CommandFailure.usage(lake.name() + ": no lake: nothing was ingested to it");
    }
    checkpoints = new Checkpoints(trail.name(), before);
  }

  /**
   * Reads all that is new.
   *
   * @throws CommandFailure where something cannot be read or written at all
   */
  TrailCounts run() {
    if (count().files == 0) {
      return counts;
    }
    lake.lock();
    try {
      Catalog before = lake.catalog();
      new Sweeper(lake).sweep(before);
      counts.files = 0;
      read(new BatchIds(before));
      return counts;
    } catch (SQLException e) {
      throw DiskFailure.of(lake, e);
    } catch (IOException e) {
      throw CommandFailure.failed(lake.work() + ": cannot be written: " + DiskFailure.reason(e));
    } finally {
      lake.clean();
    }
  }

  private void read(BatchIds ids) throws SQLException, IOException {
    try (Stream<StoredFile> all = trail.list("", null)) {
      Iterator<TrailFile> files =
          all.flatMap(file -> TrailFile.of(file).stream())
              .filter(file -> !checkpoints.isRead(file))
              .iterator();
      while (files.hasNext()) {
        batch(ids.next(), files);
      }
    }
  }

  /** Counts the files that are new, and those that are not. */
  TrailCounts count() {
    try (Stream<StoredFile> all = trail.list("", null)) {
      all.forEach(
          stored -> {
            TrailFile file = TrailFile.of(stored).orElse(null);
            if (file == null) {
              counts.others++;
            } else if (checkpoints.isRead(file)) {
              counts.known++;
            } else {
              counts.files++;
              size += stored.size();
            }
          });
    }
    if (counts.files + counts.known == 0) {
      throw CommandFailure.usage(
          trail.name()
              + ": no file of CloudTrail's is there, such as AWSLogs/…/CloudTrail/….json.gz");
    }
    return counts;
  }

  private void batch(String id, Iterator<TrailFile> files) throws SQLException, IOException {
    Path work = Files.createDirectories(lake.work().resolve(id));
    TrailCounts batch = new TrailCounts();
    try (TrailStage stage = new TrailStage(work, limits)) {
      TrailReader reader = new TrailReader(event -> add(stage, event));
      while (files.hasNext() && stage.size() < BATCH) {
        read(files.next(), reader, batch);
      }
      batch.took(reader);
      List<StagedFile> written = stage.size() == 0 ? List.of() : write(id, stage);
      batch.stored = written.stream().mapToLong(file -> file.part().rows()).sum();
      written.forEach(file -> lake.publish(file.file(), file.part().path()));
      lake.commit(
          new Manifest(
              id,
              "cloudtrail",
              written.stream().map(StagedFile::part).toList(),
              checkpoints.changes(),
              batch.counts(),
              List.of()));
    }
    counts.add(batch);
  }

  private static void add(TrailStage stage, TrailEvent event) {
    try {
      stage.add(event);
    } catch (SQLException e) {
      throw CommandFailure.failed("DuckDB: " + DuckDb.firstLine(e));
    }
  }

  private void read(TrailFile file, TrailReader reader, TrailCounts batch) {
    progress.at("reading CloudTrail", done, size);
    try {
      reader.read(trail.open(file.key(), 0), file.isPacked());
      batch.files++;
    } catch (BrokenTrail e) {
      batch.broken.put(trail.name() + "/" + file.key(), e.getMessage());
    }
    done += file.size();
    checkpoints.read(file);
  }

  /** Writes those that the lake does not have. */
  private List<StagedFile> write(String id, TrailStage stage) throws SQLException {
    Path staged = stage.finish();
    String first = stage.days().first().toString();
    String last = stage.days().last().toString();
    try (Lake open = Lake.openTable(TrailEvent.TABLE, lake.name(), limits, first, last)) {
      return new ParquetWriter(open.connection(), lake.work(), id)
          .write(
              TrailEvent.TABLE,
              "SELECT "
                  + TrailEvent.TABLE.names()
                  + ", day FROM (SELECT *, row_number() OVER (PARTITION BY event_id ORDER BY ts)"
                  + " AS sighting FROM read_parquet("
                  + quoted(staged.toString())
                  + ")) s WHERE sighting = 1 AND NOT EXISTS (SELECT 1 FROM cloudtrail c WHERE"
                  + " c.event_id = s.event_id) ORDER BY day, event_source, event_name, ts");
    }
  }
}
