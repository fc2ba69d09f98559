package dev.stockade.fleet.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Of the records that were read, those that the lake does not have. */
final class Fresh {
  private static final String HASH = "line_hash";

  /** What only one record may claim. */
  private static final String[] PLACE = {"service", "instance", "pid", "process", "seq", "ts"};

  private Fresh() {}

  /**
   * Each line once, and none that is in the lake already.
   *
   * @param records in the shape of {@link ReadRow}
   */
  static Dataset<Row> of(Dataset<Row> records, SparkLake lake) {
    String[] key = Arrays.copyOf(PLACE, PLACE.length + 1);
    key[PLACE.length] = HASH;
    Dataset<Row> once = records.dropDuplicates(key);
    Dataset<Row> known = known(records, lake);
    return known == null ? once : once.join(known, same(once, known, key), "left_anti");
  }

  /** Records that claim the place of another one, here or in the lake: both are kept. */
  static long conflicts(Dataset<Row> fresh, Dataset<Row> records, SparkLake lake) {
    Column[] place = Arrays.stream(PLACE).map(name -> col(name)).toArray(Column[]::new);
    Dataset<Row> twice = fresh.groupBy(place).count().filter("count > 1");
    Row sum = twice.agg(expr("coalesce(sum(count - 1), 0)")).first();
    Dataset<Row> known = known(records, lake);
    long taken =
        known == null ? 0 : fresh.join(known, same(fresh, known, PLACE), "left_semi").count();
    return sum.getLong(0) + taken;
  }

  /** Keys of what the lake has of the same days; null for nothing. */
  private static Dataset<Row> known(Dataset<Row> records, SparkLake lake) {
    List<String> days = records.select(Table.DAY).distinct().as(Encoders.STRING()).collectAsList();
    Dataset<Row> all = null;
    for (String name : Tables.OF_RECORDS) {
      Dataset<Row> stored = lake.stored(Tables.named(name), days);
      if (stored != null) {
        Dataset<Row> keys =
            stored.select("line_hash", "service", "instance", "pid", "process", "seq", "ts");
        all = all == null ? keys : all.unionByName(keys);
      }
    }
    return all;
  }

  private static Column same(Dataset<Row> left, Dataset<Row> right, String... names) {
    Column same = lit(true);
    for (String name : names) {
      // Builds before 0.1.0 gave a process no name.
      same = same.and(left.col(name).eqNullSafe(right.col(name)));
    }
    return same;
  }
}
