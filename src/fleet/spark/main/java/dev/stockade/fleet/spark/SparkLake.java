package dev.stockade.fleet.spark;

import dev.stockade.fleet.lake.Catalog;
import dev.stockade.fleet.lake.Column;
import dev.stockade.fleet.lake.LakeNames;
import dev.stockade.fleet.lake.PartFile;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import dev.stockade.fleet.sql.Dialect;
import dev.stockade.fleet.sql.Views;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** A lake that is open for questions: a temporary view for each table and each of {@link Views}. */
final class SparkLake {
  private static final String LAST = "last_ts";

  private final SparkSession session;
  private final LakeFolder folder;
  private final Catalog catalog;

  SparkLake(SparkSession session, LakeFolder folder, Catalog catalog) {
    this.session = session;
    this.folder = folder;
    this.catalog = catalog;
  }

  /** Makes the views, over the days from the one to the other, both with it. */
  void open(String from, String to) throws IOException {
    for (Table table : Tables.all()) {
      filled(table, table(table, from, to)).createOrReplaceTempView(table.name());
    }
    Views.all()
        .forEach(
            view ->
                session.sql(
                    "CREATE OR REPLACE TEMPORARY VIEW " + view.name() + " AS\n" + view.text()));
  }

  /** As it is stored; null for no limit. */
  private Dataset<Row> table(Table table, String from, String to) throws IOException {
    List<String> paths = paths(table, from, to);
    return paths.isEmpty()
        ? session.createDataFrame(List.of(), schema(table))
        : files(table, paths);
  }

  /** What is stored of some days; null for nothing. */
  Dataset<Row> stored(Table table, Collection<String> days) {
    List<String> paths =
        catalog.files(table.name(), null, null).stream()
            .filter(file -> days.contains(file.day()))
            .map(file -> folder.path(file.path()).toString())
            .toList();
    return paths.isEmpty() ? null : files(table, paths);
  }

  private Dataset<Row> files(Table table, List<String> paths) {
    return session
        .read()
        .schema(schema(table))
        .option("basePath", folder.path(LakeNames.folder(table)).toString())
        .parquet(paths.toArray(new String[0]));
  }

  private List<String> paths(Table table, String from, String to) throws IOException {
    if (table.isByDay()) {
      return catalog.files(table.name(), from, to).stream()
          .map(PartFile::path)
          .map(path -> folder.path(path).toString())
          .toList();
    }
    var whole = folder.path(LakeNames.whole(table));
    return folder.files().exists(whole) ? List.of(whole.toString()) : List.of();
  }

  /** Where it is as the first one's, the last time is not stored. */
  private static Dataset<Row> filled(Table table, Dataset<Row> stored) {
    boolean isFilled = table.has(LAST) && table.has("ts");
    return isFilled ? stored.withColumn(LAST, functions.expr("coalesce(last_ts, ts)")) : stored;
  }

  /** All columns, the partition last. */
  static StructType schema(Table table) {
    StructType schema = new StructType();
    for (Column column : table.columns()) {
      schema = schema.add(column.name(), DataType.fromDDL(Dialect.spark.type(column.type())));
    }
    return table.isByDay() ? schema.add(Table.DAY, "string") : schema;
  }
}
