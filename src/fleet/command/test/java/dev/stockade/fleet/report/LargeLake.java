package dev.stockade.fleet.report;

import dev.stockade.fleet.lake.LakeNames;
import dev.stockade.fleet.lake.Manifest;
import dev.stockade.fleet.lake.PartFile;
import dev.stockade.fleet.lake.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A lake of any number of handshakes of 28 days, made by DuckDB; run by hand it writes one to
 * measure with: FOLDER ROWS SERVICES DESTINATIONS INSTANCES.
 */
final class LargeLake {
  private static final String HANDSHAKES =
      """
      INSERT INTO handshakes BY NAME
      SELECT TIMESTAMP '${start} 00:00:00' + to_seconds(CAST(i * (28 * 86400.0 / ${rows}) AS BIGINT)) AS ts,
             'service-' || (i % ${services}) AS service, 'host-' || (i % ${instances}) AS instance, 7 AS pid,
             'p-' || (i % ${instances}) || '-' || (i * 4 // ${rows}) AS process, i AS seq, hash(i) >> 1 AS line_hash, '0.1.0' AS agent_version,
             'audit' AS mode, 'tls.handshake' AS kind, CASE WHEN i % 16 = 3 THEN 'violation' ELSE 'pass' END AS verdict,
             CASE WHEN i % 16 = 3 THEN 'would-block' ELSE 'allowed' END AS action,
             CASE WHEN i % 16 = 3 THEN ['tls.min-version'] END AS rules, CASE WHEN i % 16 = 3 THEN 'tls.min-version' END AS rule,
             CASE WHEN i % 16 = 3 THEN 'server chose TLSv1.1' END AS reason, 'aws-outposts' AS policy_profile,
             'digest-' || (i * 3 // ${rows}) AS policy_digest, 1 + i % 5 AS n, ts AS first_ts, 'out' AS direction,
             'destination-' || (hash(i) % ${destinations}) || '.department.internal.example.com' AS peer_host, '10.0.0.7' AS peer_ip, 443 AS peer_port,
             'com.acme.Dao' AS code_class, 'load' AS code_method, 'acme-dao.jar' AS code_jar,
             CASE WHEN i % 16 = 3 THEN 'TLSv1.1' WHEN i % 3 = 0 THEN 'TLSv1.2' ELSE 'TLSv1.3' END AS tls_version,
             CASE WHEN i % 3 = 0 THEN 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256' ELSE 'TLS_AES_256_GCM_SHA384' END AS tls_cipher,
             CASE WHEN i % 7 = 0 THEN 'X25519MLKEM768' ELSE 'x25519' END AS tls_group, 'SunJSSE' AS tls_provider, 'SSLSocket' AS tls_engine,
             CAST(CAST(ts AS DATE) AS VARCHAR) AS day
      FROM range(${rows}) t(i)
      """;

  private static final String REQUESTS =
      """
      INSERT INTO requests BY NAME
      SELECT ts, service, instance, pid, process, seq, line_hash, agent_version, mode, 'aws.request' AS kind, 'pass' AS verdict,
             'allowed' AS action, policy_profile, policy_digest, n, first_ts, 'out' AS direction, 's3' AS aws_service, 'eu-west-1' AS aws_region,
             'session' AS aws_credential, 'valid' AS aws_signature, 'sdkv2' AS http_client, 's3.eu-west-1.amazonaws.com' AS http_host, day
      FROM handshakes WHERE seq % 7 = 1
      """;

  private static final String EVENTS =
      """
      INSERT INTO events BY NAME
      SELECT min(ts) AS ts, service, instance, pid, process, 1 AS seq, 1 AS line_hash, '0.1.0' AS agent_version, 'audit' AS mode,
             'lifecycle' AS kind, 'started' AS reason, 'aws-outposts' AS policy_profile, min(policy_digest) AS policy_digest, 1 AS n, min(day) AS day
      FROM handshakes GROUP BY service, instance, pid, process
      """;

  private LargeLake() {}

  public static void main(String[] words) throws Exception {
    write(
        Path.of(words[0]),
        Integer.parseInt(words[1]),
        Integer.parseInt(words[2]),
        Integer.parseInt(words[3]),
        Integer.parseInt(words[4]));
  }

  static Path write(Path folder, int rows, int services, int destinations, int instances)
      throws SQLException, IOException {
    List<PartFile> files = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (String table : Tables.OF_RECORDS) {
        statement.execute("CREATE TABLE " + table + " (" + Tables.named(table).ddl() + ")");
      }
      for (String sql : List.of(HANDSHAKES, REQUESTS, EVENTS)) {
        statement.execute(
            sql.replace("${start}", "" + LocalDate.now(ZoneOffset.UTC).minusDays(28))
                .replace("${rows}", "" + rows)
                .replace("${services}", "" + services)
                .replace("${destinations}", "" + destinations)
                .replace("${instances}", "" + instances));
      }
      for (String table : Tables.OF_RECORDS) {
        Path its = Files.createDirectories(folder.resolve(table));
        statement.execute(
            "COPY (FROM "
                + table
                + " ORDER BY service) TO '"
                + its
                + "' (FORMAT parquet, PARTITION_BY (day))");
        try (Stream<Path> all = Files.walk(its)) {
          for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
            files.add(new PartFile(folder.relativize(file).toString(), 0, Files.size(file)));
          }
        }
      }
    }
    Manifest manifest =
        new Manifest(
            "20261101T000000000-0001",
            "ingest",
            files,
            List.of(),
            Map.of("read", (long) rows),
            List.of());
    Files.createDirectories(folder.resolve(LakeNames.MANIFESTS));
    Files.writeString(
        folder.resolve(LakeNames.manifest("20261101T000000000-0001")), manifest.json());
    return folder;
  }
}
