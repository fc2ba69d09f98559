package dev.stockade.fleet.report;

import dev.stockade.cli.command.CommandFailure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who answers for a service: by a file, or as the lake has it. */
final class Owners {
  private static final List<String> COLUMNS = List.of("service", "owner");

  /** A file of the size that is read has less. */
  private static final int MAX = 1_000_000;

  private final Map<String, String> owners = new LinkedHashMap<>();

  private Owners() {}

  /**
   * @param file CSV, which takes the place of what the lake has; null for none
   */
  static Owners of(ChosenLake lake, String file) {
    Owners owners = new Owners();
    if (file == null) {
      owners.read(lake);
      return owners;
    }
    Map<String, Integer> lines = new LinkedHashMap<>();
    for (CsvFile.Line line : CsvFile.read(file, COLUMNS, false)) {
      String service = line.cells().get("service");
      String owner = line.cells().get("owner");
      if (service == null || owner == null) {
        throw CommandFailure.usage(file + ":" + line.number() + ": needs a service and its owner");
      }
      Integer before = lines.putIfAbsent(service, line.number());
      if (before != null) {
        throw CommandFailure.usage(
            file
                + ":"
                + line.number()
                + ": the service "
                + service
                + " is in line "
                + before
                + " too");
      }
      owners.owners.put(service, owner);
    }
    List<List<String>> rows = new ArrayList<>();
    owners.owners.forEach((service, owner) -> rows.add(List.of(service, owner)));
    lake.replace("services", List.of("service VARCHAR", "owner VARCHAR"), rows);
    return owners;
  }

  private void read(ChosenLake lake) {
    try (Statement statement = lake.connection().createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT service, max(owner) FROM services GROUP BY service")) {
      while (rows.next() && owners.size() < MAX) {
        owners.put(rows.getString(1), rows.getString(2));
      }
    } catch (SQLException e) {
      throw ChosenLake.failure(e);
    }
  }

  /** Null where nobody is known. */
  String of(String service) {
    return owners.get(service);
  }
}
