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
import java.util.stream.Stream;

/**
 * Gathers the records of a lake service by service, so that never more than one service's and the
 * fleet's sums are in memory.
 */
final class FleetRecords {
  /** Tables of which records are handed to what gathers as a journal's are. */
  private static final List<String> TABLES =
      List.of("events", "handshakes", "requests", "answers", "certificates");

  /** Comes last: it tells of processes, not of what they did. */
  private static final String PROCESSES = "processes";

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
      List<String> asked = Stream.concat(TABLES.stream(), Stream.of(PROCESSES)).toList();
      for (String table : asked) {
        lake.underway().at("summing up records", tables.size(), asked.size(), "tables");
        tables.add(new RecordRows(lake, table));
      }
      List<String> names = names(lake);
      for (int i = 0; i < names.size(); i++) {
        lake.underway().at("judging", i, names.size(), "services");
        service(names.get(i), tables, needs);
      }
      for (RecordRows table : tables) {
        table.close();
      }
    } catch (SQLException e) {
      throw ChosenLake.failure(e);
    }
  }

  private static List<String> names(ChosenLake lake) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = lake.connection().createStatement();
        ResultSet rows = statement.executeQuery(RecordRows.text("services.sql"))) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
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
