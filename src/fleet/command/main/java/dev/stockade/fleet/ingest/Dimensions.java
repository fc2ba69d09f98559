package dev.stockade.fleet.ingest;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.policy.PolicyFiles;
import dev.stockade.fleet.duckdb.DuckDb;
import dev.stockade.fleet.duckdb.LakeStore;
import dev.stockade.fleet.lake.LakeNames;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import dev.stockade.policy.Policy;
import dev.stockade.policy.PolicyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who owns services, and which exceptions policies make: in no record, so files tell it. */
final class Dimensions {
  private static final int MAX_LINE = 1000;
  private static final String HEADER = "service,owner";

  private final LakeStore store;
  private final Connection connection;

  Dimensions(LakeStore store, Connection connection) {
    this.store = store;
    this.connection = connection;
  }

  /**
   * The rows of a file with lines {@code service,owner}.
   *
   * @throws CommandFailure with the line that is something else
   */
  static List<Object[]> owners(String file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(Path.of(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw CommandFailure.usage(file + ": cannot be read as text in UTF-8");
    }
    List<Object[]> rows = new ArrayList<>();
    Set<String> services = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#") || (i == 0 && line.equals(HEADER))) {
        continue;
      }
      int comma = line.indexOf(',');
      String service = comma < 0 ? "" : line.substring(0, comma).strip();
      String owner = line.substring(comma + 1).strip();
      if (service.isEmpty()
          || owner.isEmpty()
          || owner.indexOf(',') >= 0
          || line.length() > MAX_LINE) {
        throw CommandFailure.usage(file + ":" + (i + 1) + ": not SERVICE,OWNER");
      }
      if (!services.add(service)) {
        throw CommandFailure.usage(file + ":" + (i + 1) + ": " + service + " is there twice");
      }
      rows.add(new Object[] {service, owner});
    }
    return rows;
  }

  /** The exceptions of policy files; one that is in several files comes once for each. */
  static List<Object[]> exceptions(List<String> files) {
    List<Object[]> rows = new ArrayList<>();
    for (String file : files) {
      Policy policy = PolicyFiles.policy(file);
      for (PolicyException one : policy.exceptions()) {
        rows.add(
            new Object[] {
              one.id(), one.owner(), one.reason(), Date.valueOf(one.expires()), policy.digest()
            });
      }
    }
    return rows;
  }

  /** Writes a table anew, as a whole. */
  void write(String name, List<Object[]> rows) throws SQLException {
    Table table = Tables.named(name);
    DuckDb.execute(connection, "CREATE OR REPLACE TEMP TABLE dimension (" + table.ddl() + ")");
    String marks = String.join(", ", table.columns().stream().map(column -> "?").toList());
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO dimension VALUES (" + marks + ")")) {
      for (Object[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          insert.setObject(i + 1, row[i]);
        }
        insert.executeUpdate();
      }
    }
    Path file = store.workFolder().resolve(name + ".parquet");
    DuckDb.execute(
        connection,
        "COPY (SELECT * FROM dimension ORDER BY ALL) TO "
            + DuckDb.quoted(file.toString())
            + " (FORMAT parquet, COMPRESSION zstd)");
    // No manifest names it.
    store.storage().write(LakeNames.whole(table), file);
  }
}
