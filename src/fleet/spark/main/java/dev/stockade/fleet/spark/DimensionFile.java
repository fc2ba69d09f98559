package dev.stockade.fleet.spark;

import dev.stockade.fleet.lake.LakeNames;
import dev.stockade.fleet.lake.Table;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** The one file of a table that is in no record. */
final class DimensionFile {
  private DimensionFile() {}

  /** Writes it anew, as a whole. */
  static void write(SparkSession session, LakeFolder folder, Table table, List<Object[]> rows)
      throws IOException {
    Path work = folder.path(LakeNames.TEMPORARY + table.name());
    List<Row> all = rows.stream().map(RowFactory::create).toList();
    try {
      session
          .createDataFrame(all, SparkLake.schema(table))
          .coalesce(1)
          .write()
          .mode(SaveMode.Overwrite)
          .option("compression", "zstd")
          .parquet(work.toString());
      for (FileStatus file : folder.files().globStatus(new Path(work, "part-*"))) {
        folder.replace(file.getPath(), LakeNames.whole(table));
      }
    } finally {
      folder.files().delete(work, true);
    }
  }
}
