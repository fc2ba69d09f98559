package dev.stockade.fleet.query;

import dev.stockade.fleet.lake.LakeNames;
import dev.stockade.fleet.lake.Manifest;
import dev.stockade.fleet.lake.PartFile;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** A lake of three handshakes, of which one has a host that spreadsheets and terminals obey. */
final class SmallLake {
  private SmallLake() {}

  static void write(Path folder) throws Exception {
    Table table = Tables.named(Tables.HANDSHAKES);
    String path = LakeNames.part(table.name(), "2026-11-02", "0000000001-test", 0);
    Files.createDirectories(folder.resolve(path).getParent());
    Files.createDirectories(folder.resolve(LakeNames.MANIFESTS));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE rows (" + table.ddl() + ")");
      for (String host : List.of("db.internal", "=1+1", "a\u001b[2Jb\u202ec,d")) {
        statement.execute(
            "INSERT INTO rows (ts, service, instance, kind, verdict, action, n, first_ts,"
                + " direction, peer_host, rules) VALUES (TIMESTAMP '2026-11-02 10:00:00.5',"
                + " 'billing', 'i1', 'tls.handshake', 'violation', 'would-block', 3, TIMESTAMP"
                + " '2026-11-02 09:00:00', 'out', '"
                + host
                + "', ['tls.min-version'])");
      }
      String names = table.names();
      statement.execute(
          "COPY (SELECT "
              + names
              + " FROM rows) TO '"
              + folder.resolve(path)
              + "' (FORMAT parquet)");
    }
    PartFile file = new PartFile(path, 3, Files.size(folder.resolve(path)));
    Manifest manifest =
        new Manifest("0000000001-test", "ingest", List.of(file), List.of(), Map.of(), List.of());
    Files.writeString(folder.resolve(LakeNames.manifest("0000000001-test")), manifest.json());
  }
}
