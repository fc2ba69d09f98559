package dev.stockade.fleet.cloudtrail;

import dev.stockade.fleet.sql.Parameters;
import dev.stockade.fleet.sql.Question;
import dev.stockade.fleet.sql.Questions;

/** The parts of the report: each is a question. Lower case: these are the words of --only. */
enum Section {
  totals("what, calls FROM q ORDER BY what"),
  agreement(
      "aws_service, tls_version, tls_cipher, tls_key_exchange AS key_exchange, sum(calls) AS calls,"
          + " sum(version_differs) AS version_differs, sum(cipher_differs) AS cipher_differs,"
          + " sum(group_differs) AS group_differs, sum(key_differs) AS key_differs,"
          + " sum(several_ways) AS several_ways, sum(not_comparable) AS not_comparable FROM q"
          + " GROUP BY ALL ORDER BY calls DESC, aws_service, tls_version, tls_cipher"),
  lacking(
      "aws_service, aws_region, aws_operation, why, sum(calls) AS calls,"
          + " count(DISTINCT service) AS services, min(first_seen) AS first_seen,"
          + " max(last_seen) AS last_seen FROM q GROUP BY ALL"
          + " ORDER BY calls DESC, aws_service, aws_region, aws_operation"),
  unseen(
      "principal, why, count(DISTINCT source_ip) AS addresses, min(source_ip) AS one_of_them,"
          + " sum(calls) AS calls, min(first_seen) AS first_seen, max(last_seen) AS last_seen FROM q"
          + " GROUP BY ALL ORDER BY why DESC, calls DESC, principal");

  /** Rows for people. */
  private static final int SHOWN = 20;

  private final String few;

  Section(String few) {
    this.few = few;
  }

  Question question() {
    return Questions.named("cloudtrail-" + name());
  }

  /** All of it, for programs. */
  String sql(Parameters parameters) {
    return question().sql(parameters);
  }

  /** Its sums and first rows, for people. */
  String shortSql(Parameters parameters) {
    return "WITH q AS (" + sql(parameters) + ") SELECT " + few + " LIMIT " + SHOWN;
  }
}
