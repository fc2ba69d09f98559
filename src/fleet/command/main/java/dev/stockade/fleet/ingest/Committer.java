package dev.stockade.fleet.ingest;

import dev.stockade.fleet.duckdb.KnownLines;
import dev.stockade.fleet.duckdb.LakeStore;
import dev.stockade.fleet.duckdb.ParquetWriter;
import dev.stockade.fleet.duckdb.Stage;
import dev.stockade.fleet.duckdb.StagedFile;
import dev.stockade.fleet.lake.LakeNames;
import dev.stockade.fleet.lake.Manifest;
import dev.stockade.fleet.lake.PartFile;
import dev.stockade.fleet.lake.SourceState;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes a batch: its files first, and when all are in their places its manifest. */
final class Committer {
  private static final String ORDER = " ORDER BY day, service, peer_host, ts";

  private final LakeStore store;
  private final KnownLines known;

  Committer(LakeStore store, KnownLines known) {
    this.store = store;
    this.known = known;
  }

  /**
   * @param sources how far the files of the batch are read with it
   */
  void write(Batch batch, List<SourceState> sources) throws SQLException {
    Stage stage = batch.stage();
    Totals totals = batch.totals();
    KnownLines.New fresh = known.take(stage);
    totals.repeated = fresh.repeated();
    totals.conflicts = fresh.conflicts();
    ParquetWriter writer = new ParquetWriter(stage.connection(), store.work(), batch.id());
    List<StagedFile> files = new ArrayList<>();
    if (totals.read - totals.aside - totals.repeated > 0) {
      for (String name : Tables.OF_RECORDS) {
        Table table = Tables.named(name);
        files.addAll(writer.write(table, "SELECT * FROM " + stage.name(table) + ORDER));
      }
      totals.stored = rows(files);
      List<StagedFile> findings =
          writer.write(Tables.named(Tables.FINDINGS), Findings.select(stage));
      totals.findings = rows(findings);
      files.addAll(findings);
    }
    publish(batch, files);
    List<PartFile> parts = files.stream().map(StagedFile::part).toList();
    store.commit(new Manifest(batch.id(), "ingest", parts, sources, totals.map(), List.of()));
    stage.clear();
  }

  private static long rows(List<StagedFile> files) {
    return files.stream().mapToLong(file -> file.part().rows()).sum();
  }

  private void publish(Batch batch, List<StagedFile> files) {
    Path aside = batch.aside().finish();
    if (aside != null) {
      store.publish(aside, LakeNames.aside(batch.id()));
    }
    files.forEach(file -> store.publish(file.file(), file.part().path()));
  }
}
