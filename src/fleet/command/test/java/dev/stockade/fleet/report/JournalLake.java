package dev.stockade.fleet.report;

import dev.stockade.cli.command.JsonTree;
import dev.stockade.fleet.lake.Column;
import dev.stockade.fleet.lake.ColumnType;
import dev.stockade.fleet.lake.LakeNames;
import dev.stockade.fleet.lake.Manifest;
import dev.stockade.fleet.lake.PartFile;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A lake of the records of journals, written by DuckDB from columns.txt. */
final class JournalLake {
  private final Connection connection;

  private JournalLake(Connection connection) {
    this.connection = connection;
  }

  static Path of(Path folder, Path journal) throws Exception {
    List<String> lines = Files.readAllLines(journal);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      JournalLake lake = new JournalLake(connection);
      List<PartFile> files = new ArrayList<>();
      for (String name : Tables.OF_RECORDS) {
        lake.execute("CREATE TABLE " + name + " (" + Tables.named(name).ddl() + ")");
      }
      long aside = 0;
      for (String line : lines) {
        try {
          lake.add(JsonTree.object(line));
        } catch (IOException e) {
          aside++;
        }
      }
      for (String name : Tables.OF_RECORDS) {
        files.addAll(lake.write(folder, name));
      }
      Map<String, Long> counts = Map.of("read", (long) lines.size(), "aside", aside);
      Manifest manifest = new Manifest("b1", "ingest", files, List.of(), counts, List.of());
      Files.createDirectories(folder.resolve(LakeNames.MANIFESTS));
      Files.writeString(folder.resolve(LakeNames.manifest("b1")), manifest.json());
    }
    return folder;
  }

  private void add(Map<String, Object> record) throws SQLException {
    Table table = Tables.ofKind(String.valueOf(record.get("kind")));
    String places = "?" + ", ?".repeat(table.columns().size());
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO " + table.name() + " VALUES (" + places + ")")) {
      int at = 1;
      for (Column column : table.columns()) {
        insert.setObject(at++, value(column, record));
      }
      insert.setObject(at, String.valueOf(record.get("time")).substring(0, 10));
      insert.execute();
    }
  }

  private Object value(Column column, Map<String, Object> record) throws SQLException {
    Object value = column.member() == null ? null : member(record, column.member());
    if (value == null && column.name().equals("n")) {
      return 1L;
    }
    if (value == null && column.name().equals("first_ts")) {
      value = record.get("time");
    }
    if (value == null) {
      return null;
    }
    if (column.type() == ColumnType.TIMESTAMP) {
      return LocalDateTime.parse(value.toString().replace("Z", ""));
    }
    return value instanceof Collection
        ? connection.createArrayOf("VARCHAR", ((Collection<?>) value).toArray())
        : value;
  }

  private static Object member(Object record, String path) {
    Object value = record;
    for (String name : path.split("\\.", -1)) {
      value = value instanceof Map ? ((Map<?, ?>) value).get(name) : null;
    }
    return value;
  }

  private List<PartFile> write(Path folder, String table) throws SQLException, IOException {
    Path its = Files.createDirectories(folder.resolve(table));
    execute(
        "COPY "
            + table
            + " TO '"
            + its
            + "' (FORMAT parquet, PARTITION_BY (day), OVERWRITE_OR_IGNORE)");
    List<PartFile> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(its)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        files.add(new PartFile(folder.relativize(file).toString(), 0, Files.size(file)));
      }
    }
    return files;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
