package dev.stockade.fleet.spark;

import dev.stockade.fleet.lake.Column;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Plausible and odd values of every column, the same in each run, as SQL literals. */
final class Values {
  private static final LocalDateTime START = LocalDateTime.parse("2026-11-01T00:00:00");

  /** What the questions look for; an empty word stands for NULL. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("service", "billing|search|a-b|Zeta|épée|orders"),
          Map.entry("instance", "host-1|host-2|10.0.0.7"),
          Map.entry("agent_version", "0.1.0|0.0.9|"),
          Map.entry("mode", "audit|canary|enforce"),
          Map.entry("verdict", "pass|pass|note|warn|violation"),
          Map.entry("action", "allowed|allowed|would-block|blocked|hardened|"),
          Map.entry("exception_id", "||||ex-1|ex-2|ex-lost"),
          Map.entry("policy_profile", "aws-outposts|custom"),
          Map.entry("policy_digest", "sha256:aa|sha256:bb|"),
          Map.entry("candidate_verdict", "|||violation|pass"),
          Map.entry("candidate_action", "|||would-block|"),
          Map.entry("direction", "out|out|in"),
          Map.entry("peer_host", "db.internal|kms.eu-west-1.amazonaws.com|=cmd|\u2028line|"),
          Map.entry("tls_version", "TLSv1.3|TLSv1.2|TLSv1|"),
          Map.entry("tls_group", "x25519|X25519MLKEM768|secp256r1|"),
          Map.entry("tls_cipher", "TLS_AES_128_GCM_SHA256|TLS_RSA_WITH_AES_128_CBC_SHA|"),
          Map.entry("tls_key_exchange", "x25519|X25519MLKEM768|"),
          Map.entry("rule", "tls.min-version|tls.forward-secrecy|aws.signature|"),
          Map.entry("reason", "started|stopped|a 'quoted' word\\|"),
          Map.entry("aws_credential", "static|session|"),
          Map.entry("aws_access_key", "WXYZ|ABCD|"),
          Map.entry("access_key", "WXYZ|ABCD|"),
          Map.entry("key_kind", "AKIA|ASIA"),
          Map.entry("principal_arn", "arn:aws:iam::1:user/a|arn:aws:iam::1:user/b"));

  private final Random random = new Random(20261130);

  /** A day of the lake, {@code yyyy-MM-dd}. */
  String day() {
    return START.plusDays(random.nextInt(6)).toLocalDate().toString();
  }

  /**
   * A value for a column.
   *
   * @param kinds of records that the table has, between bars
   * @param ts the row's time, as its literal
   */
  String of(Column column, String kinds, int row, String ts) {
    String name = column.name();
    boolean isRare = name.equals("n") || name.equals("seq") || name.equals("pid");
    if (name.equals("ts")) {
      return ts;
    }
    if (name.equals("kind")) {
      return word(kinds);
    }
    if (name.endsWith("request_id")) {
      return random.nextInt(4) == 0 ? "NULL" : "'req-" + random.nextInt(120) + "'";
    }
    return switch (column.type()) {
      case VARCHAR -> word(WORDS.getOrDefault(name, name + "-1|" + name + "-2|"));
      case VARCHAR_LIST -> random.nextInt(3) == 0 ? "NULL" : "['tls.min-version', 'x']";
      case BIGINT ->
          switch (name) {
            case "pid" -> "1";
            case "seq" -> String.valueOf(row + 1 + row / 50);
            case "n" -> String.valueOf(1 + random.nextInt(9));
            case "line_hash" -> String.valueOf((row * 0x9E3779B97F4A7C15L) >> 1);
            default -> isRare ? "1" : nullOr(String.valueOf(random.nextInt(5)));
          };
      case INTEGER -> nullOr(String.valueOf(256 << random.nextInt(4)));
      case BOOLEAN -> nullOr(random.nextBoolean() ? "true" : "false");
      case DATE -> "DATE '2026-12-" + (10 + random.nextInt(20)) + "'";
      case TIMESTAMP -> name.equals("last_ts") && random.nextBoolean() ? "NULL" : time(day());
    };
  }

  /** A time of a day, in microseconds. */
  String time(String day) {
    return String.format(
        Locale.ROOT,
        "TIMESTAMP '%s %02d:%02d:%02d.%06d'",
        day,
        random.nextInt(24),
        random.nextInt(60),
        random.nextInt(60),
        random.nextInt(3) * 1000 + random.nextInt(2));
  }

  private String word(String words) {
    String[] all = words.split("\\|", -1);
    String word = all[random.nextInt(all.length)];
    return word.isEmpty() ? "NULL" : "'" + word.replace("'", "''") + "'";
  }

  private String nullOr(String value) {
    return random.nextInt(4) == 0 ? "NULL" : value;
  }
}
