package dev.stockade.fleet.spark;

import dev.stockade.fleet.answer.Cell;
import dev.stockade.fleet.answer.RowWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Hands the rows of a query on, in their order and one partition at a time. */
final class Rows {
  private Rows() {}

  static void write(Dataset<Row> answer, RowWriter writer) {
    writer.columns(Arrays.asList(answer.columns()));
    Iterator<Row> rows = answer.toLocalIterator();
    while (rows.hasNext()) {
      Row row = rows.next();
      List<Object> values = new ArrayList<>();
      for (int i = 0; i < row.length(); i++) {
        values.add(Cell.of(value(row.get(i))));
      }
      writer.row(values);
    }
    writer.end();
  }

  private static Object value(Object value) {
    return value instanceof Seq ? CollectionConverters.asJava((Seq<?>) value) : value;
  }
}
