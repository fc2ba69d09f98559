package dev.stockade.fleet.spark;

import static org.apache.spark.sql.functions.expr;

import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The table findings: one row for each rule of equal records of a day. */
final class FindingRows {
  private static final List<String> GROUP =
      List.of(
          "rule",
          "kind",
          "verdict",
          "action",
          "service",
          "peer_host",
          "peer_port",
          "direction",
          "exception_id",
          Table.DAY);

  private FindingRows() {}

  /**
   * @param fresh in the shape of {@link ReadRow}
   */
  static Dataset<Row> of(Dataset<Row> fresh) {
    // A request has no peer but the host that it is sent to.
    Dataset<Row> each =
        fresh.selectExpr(
            "explode(rules) AS rule",
            "kind",
            "verdict",
            "action",
            "service",
            "coalesce(peer_host, http_host) AS peer_host",
            "peer_port",
            "direction",
            "exception_id",
            "n",
            "first_ts",
            "coalesce(last_ts, ts) AS last_ts",
            Table.DAY);
    Column[] group = GROUP.stream().map(name -> each.col(name)).toArray(Column[]::new);
    Dataset<Row> added =
        each.groupBy(group)
            .agg(
                expr("sum(n) AS n"),
                expr("min(first_ts) AS first_ts"),
                expr("max(last_ts) AS last_ts"));
    List<Column> columns = new ArrayList<>();
    Tables.named(Tables.FINDINGS).columns().forEach(one -> columns.add(added.col(one.name())));
    columns.add(added.col(Table.DAY));
    return added.select(columns.toArray(new Column[0]));
  }
}
