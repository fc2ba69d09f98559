package dev.stockade.fleet.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.fleet.lake.BatchIds;
import dev.stockade.fleet.lake.Catalog;
import dev.stockade.fleet.lake.LakeNames;
import dev.stockade.fleet.lake.Manifest;
import dev.stockade.fleet.lake.SourceState;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;

/** Reads journals on the executors and writes one batch: the same rows as stockade-fleet.jar's. */
final class IngestJob {
  private final SparkSession session;
  private final LakeFolder folder;
  private final Catalog before;
  private final SparkLake lake;
  private final int hostLevels;
  private final Instant now = Instant.now();

  IngestJob(SparkSession session, LakeFolder folder, int hostLevels) throws IOException {
    this.session = session;
    this.folder = folder;
    this.before = folder.catalogOrEmpty();
    this.lake = new SparkLake(session, folder, before);
    this.hostLevels = hostLevels;
  }

  /** What came of it. */
  record Result(IngestCounts counts, List<SourceNote> notes) {}

  /** Only reads: what is new, and of this what no record is. */
  Result count(List<Journal> journals) {
    List<SourceNote> notes = sources(read(journals));
    long aside = notes.stream().mapToLong(SourceNote::aside).sum();
    long rows = notes.stream().mapToLong(SourceNote::rows).sum();
    return new Result(new IngestCounts(rows + aside, 0, 0, aside, 0, 0, 0), notes);
  }

  Result run(List<Journal> journals) throws IOException {
    Dataset<Row> all = read(journals).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      List<SourceNote> notes = sources(all);
      List<SourceState> states =
          notes.stream().map(SourceNote::state).filter(Objects::nonNull).toList();
      if (notes.stream().noneMatch(SourceNote::isNew)) {
        return new Result(new IngestCounts(0, 0, 0, 0, 0, 0, 0), notes);
      }
      String batch = new BatchIds(before).next();
      return new Result(write(all, batch, notes, states), notes);
    } finally {
      all.unpersist();
    }
  }

  private Dataset<Row> read(List<Journal> journals) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(session.sparkContext());
    Map<String, SourceState> known = new HashMap<>(before.sources());
    JournalTask task =
        new JournalTask(
            context.broadcast(known),
            new SerializableConfiguration(session.sparkContext().hadoopConfiguration()),
            hostLevels,
            now.toEpochMilli());
    int slices = Math.max(1, journals.size());
    return session.createDataFrame(
        context.parallelize(journals, slices).flatMap(task), ReadRow.schema());
  }

  private static List<SourceNote> sources(Dataset<Row> all) {
    return notes(all, ReadRow.SOURCE).collectAsList().stream().map(SourceNote::of).toList();
  }

  private static Dataset<String> notes(Dataset<Row> all, String kind) {
    return all.filter(col(ReadRow.TABLE).equalTo(kind)).select(ReadRow.NOTE).as(Encoders.STRING());
  }

  private IngestCounts write(
      Dataset<Row> all, String batch, List<SourceNote> notes, List<SourceState> states)
      throws IOException {
    Dataset<Row> records = all.filter(col(ReadRow.NOTE).isNull());
    Dataset<Row> fresh = Fresh.of(records, lake).persist(StorageLevel.MEMORY_AND_DISK());
    ParquetFiles files = new ParquetFiles(folder, batch);
    try {
      long rows = notes.stream().mapToLong(SourceNote::rows).sum();
      long aside = notes.stream().mapToLong(SourceNote::aside).sum();
      long stored = 0;
      for (String name : Tables.OF_RECORDS) {
        Table table = Tables.named(name);
        stored +=
            files.write(
                table, fresh.filter(col(ReadRow.TABLE).equalTo(name)).select(columns(table)));
      }
      long findings = files.write(Tables.named(Tables.FINDINGS), FindingRows.of(fresh));
      IngestCounts counts =
          new IngestCounts(
              rows + aside,
              stored,
              records.count() - fresh.count(),
              aside,
              Fresh.conflicts(fresh, records, lake),
              records.filter(odd()).count(),
              findings);
      if (aside > 0) {
        aside(all, files, batch);
      }
      folder.create(
          LakeNames.manifest(batch),
          new Manifest(batch, "ingest", files.publish(), states, counts.map(), List.of()).json());
      return counts;
    } finally {
      fresh.unpersist();
      folder.files().delete(files.work(), true);
    }
  }

  private static Column[] columns(Table table) {
    List<Column> columns = new ArrayList<>();
    table.columns().forEach(column -> columns.add(col(column.name())));
    columns.add(col(Table.DAY));
    return columns.toArray(new Column[0]);
  }

  /** Before there was any Stockade, or tomorrow: a clock was wrong. */
  private Column odd() {
    String late = now.plusSeconds(86_400).toString().replace("Z", "");
    return col("ts")
        .lt(expr("TIMESTAMP_NTZ '2020-01-01 00:00:00'"))
        .or(col("ts").gt(expr("TIMESTAMP_NTZ '" + late + "'")));
  }

  private void aside(Dataset<Row> all, ParquetFiles files, String batch) throws IOException {
    Path work = new Path(files.work(), "aside");
    notes(all, ReadRow.ASIDE).coalesce(1).write().text(work.toString());
    for (FileStatus file : folder.files().globStatus(new Path(work, "part-*"))) {
      folder.move(file.getPath(), LakeNames.aside(batch));
    }
    if (!folder.files().exists(folder.path(LakeNames.aside(batch)))) {
      throw CommandFailure.failed("the lines that are no records could not be kept aside");
    }
  }
}
