package dev.stockade.fleet.spark;

import dev.stockade.fleet.lake.LakeNames;
import dev.stockade.fleet.lake.Manifest;
import dev.stockade.fleet.lake.PartFile;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A lake with rows of every kind in all tables, NULLs wherever they may be. */
final class TestLake {
  private static final int ROWS = 900;

  private static final Map<String, String> KINDS =
      Map.of(
          Tables.HANDSHAKES, "tls.handshake|tls.handshake|tls.handshake|tls.failed|tls.blocked",
          Tables.CERTIFICATES, "tls.certificate",
          Tables.REQUESTS, "aws.request|aws.request|aws.blocked",
          Tables.ANSWERS, "aws.answer|aws.answer|aws.unseen",
          Tables.EVENTS, "lifecycle|tamper|policy.change|canary.change|dropped|of.later",
          Tables.FINDINGS, "tls.handshake|aws.request");

  private final Path folder;
  private final Connection connection;
  private final Values values = new Values();
  private final List<PartFile> files = new ArrayList<>();

  private TestLake(Path folder, Connection connection) {
    this.folder = folder;
    this.connection = connection;
  }

  static void write(Path folder) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      TestLake lake = new TestLake(folder, connection);
      for (Table table : Tables.all()) {
        lake.table(table);
      }
      Manifest manifest =
          new Manifest("0000000001-test", "ingest", lake.files, List.of(), Map.of(), List.of());
      Files.createDirectories(folder.resolve(LakeNames.MANIFESTS));
      Files.writeString(folder.resolve(LakeNames.manifest("0000000001-test")), manifest.json());
    }
  }

  private void table(Table table) throws Exception {
    execute("CREATE TABLE " + table.name() + " (" + table.ddl() + ")");
    if (!table.isByDay()) {
      whole(table);
      return;
    }
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      String day = values.day();
      String ts = values.time(day);
      int row = i;
      rows.add(
          table.columns().stream()
              .map(column -> values.of(column, KINDS.getOrDefault(table.name(), "x"), row, ts))
              .collect(Collectors.joining(", ", "(", ", '" + day + "')")));
    }
    execute("INSERT INTO " + table.name() + " VALUES " + String.join(", ", rows));
    for (String day : texts("SELECT DISTINCT day FROM " + table.name() + " ORDER BY day")) {
      part(table, day);
    }
  }

  /** The files of one day lack the last column, as those of an older version do. */
  private void part(Table table, String day) throws Exception {
    String path = LakeNames.part(table.name(), day, "0000000001-test", 0);
    Files.createDirectories(folder.resolve(path).getParent());
    int last = table.columns().size() - (day.equals("2026-11-03") ? 1 : 0);
    String names =
        table.columns().subList(0, last).stream()
            .map(column -> column.name())
            .collect(Collectors.joining(", "));
    copy("SELECT " + names + " FROM " + table.name() + " WHERE day = '" + day + "'", path);
    files.add(new PartFile(path, 1, Files.size(folder.resolve(path))));
  }

  private void whole(Table table) throws Exception {
    execute(
        table.name().equals(Tables.SERVICES)
            ? "INSERT INTO services VALUES ('billing', 'team a'), ('search', NULL), ('silent', 'b')"
            : "INSERT INTO exceptions (id, owner, reason, expires) VALUES"
                + " ('ex-1', 'team a', 'old', DATE '2026-11-05'), ('ex-9', NULL, NULL, NULL),"
                + " ('ex-2', 'b', 'x', DATE '2026-12-24'), ('ex-8', 'b', 'x', DATE '2027-12-24')");
    Files.createDirectories(folder.resolve(LakeNames.folder(table)));
    copy("FROM " + table.name(), LakeNames.whole(table));
  }

  private void copy(String query, String path) throws SQLException {
    execute("COPY (" + query + ") TO '" + folder.resolve(path) + "' (FORMAT parquet, CODEC zstd)");
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> texts(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}
