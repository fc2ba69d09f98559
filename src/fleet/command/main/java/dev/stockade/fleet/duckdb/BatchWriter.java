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

/** Makes Parquet files of the rows of batches, without those that the lake has already. */
public final class BatchWriter {
  private final LakeStore store;
  private final Connection connection;
  private final RowScan scan;
  private final KnownLines known;

  /**
   * @param before what was in the lake before this run
   * @param connection used by no other thread while a batch is written
   */
  public BatchWriter(LakeStore store, Catalog before, Connection connection) throws SQLException {
    this.store = store;
    this.connection = connection;
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
  public Written write(String batch, Stage stage) throws SQLException {
    if (stage.rows().isEmpty()) {
      return new Written(List.of(), 0, 0);
    }
    KnownLines.New fresh = known.take(stage);
    ParquetWriter writer = new ParquetWriter(connection, store.work(), batch);
    List<StagedFile> files = new ArrayList<>();
    Map<Table, List<String>> places = new LinkedHashMap<>();
    Map<String, Map<String, List<Row>>> tables = stage.byDay();
    for (String name : Tables.OF_RECORDS) {
      Table table = Tables.named(name);
      for (Map.Entry<String, List<Row>> day : tables.getOrDefault(name, Map.of()).entrySet()) {
        StagedFile file = writer.write(table, day.getKey(), select(name, table, day.getValue()));
        files.add(file);
        places.computeIfAbsent(table, any -> new ArrayList<>()).add(file.file().toString());
      }
      scan.forget(name);
    }
    if (!places.isEmpty()) {
      files.addAll(writer.write(Tables.named(Tables.FINDINGS), Findings.select(places)));
    }
    return new Written(files, fresh.repeated(), fresh.conflicts());
  }

  private String select(String name, Table table, List<Row> rows) {
    RowSlice slice = new RowSlice(table, rows);
    return "SELECT " + slice.select() + " FROM " + scan.put(name, slice);
  }
}
