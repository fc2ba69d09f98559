package dev.stockade.fleet.duckdb;

import dev.stockade.fleet.lake.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

  /** Those of records in files, which lie in folders of their days. */
  static String select(Map<Table, List<String>> files) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<Table, List<String>> one : files.entrySet()) {
      // A request has no peer but the host that it is sent to.
      String host = one.getKey().has("http_host") ? "coalesce(peer_host, http_host)" : "peer_host";
      parts.add(
          "SELECT unnest(rules) AS rule, kind, verdict, action, service, "
              + host
              + " AS peer_host, peer_port, direction, exception_id, n, first_ts,"
              + " coalesce(last_ts, ts) AS last_ts, day FROM "
              + View.parquet(one.getKey(), one.getValue())
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
