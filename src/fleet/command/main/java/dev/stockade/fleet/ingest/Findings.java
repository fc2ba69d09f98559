package dev.stockade.fleet.ingest;

import dev.stockade.fleet.duckdb.Stage;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of the table findings: one for each rule of equal records of a day, as no unnest is
 * common to all engines.
 */
final class Findings {
  private static final String GROUP =
      "rule, kind, verdict, action, service, peer_host, peer_port, direction, exception_id";
  private static final String SUMS =
      "CAST(sum(n) AS BIGINT) AS n, min(first_ts) AS first_ts, max(last_ts) AS last_ts";

  private Findings() {}

  /** Those of staged records. */
  static String select(Stage stage) {
    List<String> parts = new ArrayList<>();
    for (String name : Tables.OF_RECORDS) {
      Table table = Tables.named(name);
      // A request has no peer but the host that it is sent to.
      String host = table.has("http_host") ? "coalesce(peer_host, http_host)" : "peer_host";
      parts.add(
          "SELECT unnest(rules) AS rule, kind, verdict, action, service, "
              + host
              + " AS peer_host, peer_port, direction, exception_id, n, first_ts,"
              + " coalesce(last_ts, ts) AS last_ts, day FROM "
              + stage.name(table)
              + " WHERE rules IS NOT NULL");
    }
    return added(String.join(" UNION ALL ", parts));
  }

  /** Rows of this table, added up. */
  static String added(String from) {
    return "SELECT "
        + GROUP
        + ", "
        + SUMS
        + ", day FROM ("
        + from
        + ") GROUP BY "
        + GROUP
        + ", day ORDER BY day, service, peer_host, rule";
  }
}
