package dev.stockade.fleet.ingest;

import dev.stockade.fleet.duckdb.BatchWriter;
import dev.stockade.fleet.duckdb.LakeStore;
import dev.stockade.fleet.duckdb.StagedFile;
import dev.stockade.fleet.lake.LakeNames;
import dev.stockade.fleet.lake.Manifest;
import dev.stockade.fleet.lake.PartFile;
import dev.stockade.fleet.lake.SourceState;
import dev.stockade.fleet.lake.Tables;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Brings a batch into the lake: its files first, and when all are in their places its manifest. */
final class Committer {
  private final LakeStore store;
  private final BatchWriter writer;

  Committer(LakeStore store, BatchWriter writer) {
    this.store = store;
    this.writer = writer;
  }

  /**
   * @param sources how far the files of the batch are read with it
   */
  void write(Batch batch, List<SourceState> sources) throws SQLException, InterruptedException {
    BatchWriter.Written written = writer.write(batch.id(), batch.stage());
    batch.stage().clear();
    Totals totals = batch.totals();
    totals.repeated = written.repeated();
    totals.conflicts = written.conflicts();
    for (StagedFile file : written.files()) {
      boolean isFindings = file.part().table().equals(Tables.FINDINGS);
      totals.stored += isFindings ? 0 : file.part().rows();
      totals.findings += isFindings ? file.part().rows() : 0;
    }
    Path aside = batch.aside().finish();
    if (aside != null) {
      store.publish(aside, LakeNames.aside(batch.id()));
    }
    written.files().forEach(file -> store.publish(file.file(), file.part().path()));
    List<PartFile> parts = written.files().stream().map(StagedFile::part).toList();
    store.commit(new Manifest(batch.id(), "ingest", parts, sources, totals.map(), List.of()));
  }
}
