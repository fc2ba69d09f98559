package dev.stockade.fleet.spark;

import static org.apache.spark.sql.functions.col;

import dev.stockade.fleet.lake.LakeNames;
import dev.stockade.fleet.lake.PartFile;
import dev.stockade.fleet.lake.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/**
 * Writes rows as the files of a batch: beside the tables first, where what a lost executor left is
 * nobody's, then under their names in the lake.
 */
final class ParquetFiles {
  private static final List<String> ORDER = List.of(Table.DAY, "service", "peer_host", "ts");

  private final LakeFolder folder;
  private final String batch;
  private final List<Move> moves = new ArrayList<>();

  private record Move(Path from, PartFile to) {}

  ParquetFiles(LakeFolder folder, String batch) {
    this.folder = folder;
    this.batch = batch;
  }

  /**
   * Writes the rows of a table.
   *
   * @param rows with the table's columns and the day, in order
   * @return how many there were
   */
  long write(Table table, Dataset<Row> rows) throws IOException {
    Path work = new Path(work(), table.name());
    Column[] order =
        ORDER.stream()
            .filter(name -> name.equals(Table.DAY) || table.has(name))
            .map(name -> col(name))
            .toArray(Column[]::new);
    rows.repartitionByRange(Arrays.copyOf(order, 2))
        .sortWithinPartitions(order)
        .write()
        .mode(SaveMode.Overwrite)
        .option("compression", "zstd")
        .partitionBy(Table.DAY)
        .parquet(work.toString());
    long written = 0;
    FileStatus[] files = folder.files().globStatus(new Path(work, "day=*/part-*"));
    Arrays.sort(files, Comparator.comparing(file -> file.getPath().toString()));
    for (int i = 0; i < files.length; i++) {
      Path from = files[i].getPath();
      String day = from.getParent().getName().substring("day=".length());
      PartFile part =
          new PartFile(LakeNames.part(table.name(), day, batch, i), count(from), files[i].getLen());
      moves.add(new Move(from, part));
      written += part.rows();
    }
    return written;
  }

  private long count(Path file) throws IOException {
    HadoopInputFile input = HadoopInputFile.fromPath(file, folder.files().getConf());
    try (ParquetFileReader reader = ParquetFileReader.open(input)) {
      return reader.getRecordCount();
    }
  }

  /** Gives the files their names. They are there when the manifest is. */
  List<PartFile> publish() throws IOException {
    List<PartFile> parts = new ArrayList<>();
    for (Move move : moves) {
      folder.move(move.from(), move.to().path());
      parts.add(move.to());
    }
    return parts;
  }

  /** For what is not finished. */
  Path work() {
    return folder.path(LakeNames.TEMPORARY + batch);
  }
}
