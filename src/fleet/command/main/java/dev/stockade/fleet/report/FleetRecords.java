package dev.stockade.fleet.report;

import dev.stockade.cli.journal.SeenRecord;
import dev.stockade.cli.report.Advice;
import dev.stockade.cli.report.Gathering;
import dev.stockade.cli.report.Needs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Gathers the records of a lake service by service, so that never more than one service's and the
 * fleet's sums are in memory.
 */
final class FleetRecords {
  /** Tables of which records are handed to what gathers as a journal's are. */
  private static final List<String> TABLES =
      List.of("events", "handshakes", "requests", "answers", "certificates");

  private static final int MAX_PROCESSES = 20_000;

  /** A forged lake could have any number. */
  static final int MAX_SERVICES = 20_000;

  private final Gathering whole = Gathering.ofDays(MAX_PROCESSES);
  private final List<ServiceAnswer> services = new ArrayList<>();
  private final LakeInput input;
  private long furtherServices;

  /** Reads it all. */
  FleetRecords(ChosenLake lake, Needs needs) {
    input = new LakeInput(lake);
    List<RecordRows> tables = new ArrayList<>();
    try {
      for (String table : TABLES) {
        tables.add(new RecordRows(lake.connection(), table));
      }
      tables.add(new RecordRows(lake.connection(), "processes"));
      try (Statement statement = lake.connection().createStatement();
          ResultSet names = statement.executeQuery(RecordRows.text("services.sql"))) {
        while (names.next()) {
          service(names.getString(1), tables, needs);
        }
      }
      for (RecordRows table : tables) {
        table.close();
      }
    } catch (SQLException e) {
      throw ChosenLake.failure(e);
    }
  }

  private void service(String name, List<RecordRows> tables, Needs needs) throws SQLException {
    Gathering its = Gathering.ofDays(MAX_PROCESSES);
    for (RecordRows table : tables) {
      boolean isOfProcesses = table == tables.get(tables.size() - 1);
      Consumer<SeenRecord> taker = isOfProcesses ? its::process : its;
      Consumer<SeenRecord> all = isOfProcesses ? whole::process : whole;
      table.of(name, taker.andThen(all), records -> input.unread(name, records));
    }
    if (services.size() < MAX_SERVICES) {
      services.add(
          new ServiceAnswer(
              name,
              new Advice(its, input.of(name), needs),
              its.seen().handshakes(),
              its.seen().requests(),
              its.refusals(),
              its.processes(),
              its.seen().days()));
    } else {
      furtherServices++;
    }
  }

  /** Of all services. */
  Gathering whole() {
    return whole;
  }

  LakeInput input() {
    return input;
  }

  /** By name. */
  List<ServiceAnswer> services() {
    return services;
  }

  long furtherServices() {
    return furtherServices;
  }
}
