package dev.stockade.fleet.report;

import dev.stockade.cli.report.Section;
import dev.stockade.cli.report.Table;
import dev.stockade.fleet.sql.Parameter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where agents are that should be, where they are too old, and where they went silent. */
final class Coverage {
  private final Section section;
  private final Expected expected;
  private final String quiet;
  private final int maxRows;
  private long silent;
  private long unexpected;

  /**
   * @param expected null where nobody said
   */
  private Coverage(Section section, ChosenLake lake, Expected expected, int maxRows) {
    this.section = section;
    this.expected = expected;
    this.quiet = lake.parameters().get(Parameter.QUIET);
    this.maxRows = maxRows;
  }

  static void add(Section section, ChosenLake lake, Expected expected, int maxRows) {
    new Coverage(section, lake, expected, maxRows).read(lake);
  }

  private void read(ChosenLake lake) {
    Table coverage =
        section.table(
            "coverage",
            7,
            "state",
            "service",
            "instance",
            "minimum",
            "oldest",
            "instances",
            "lastSeen");
    Table strange = section.table("unexpected", 4, "service", "instance", "version", "lastSeen");
    Table lost = section.table("silent", 4, "service", "instance", "version", "lastSeen");
    try (Statement statement = lake.connection().createStatement();
        ResultSet rows = statement.executeQuery(RecordRows.text("told.sql"))) {
      while (rows.next()) {
        String service = rows.getString(1);
        String instance = rows.getString(2);
        String last = Times.text(rows, 3);
        String day = rows.getString(4);
        String version = rows.getString(5);
        if (day.compareTo(quiet) < 0 && !rows.getBoolean(6) && silent++ < maxRows) {
          lost.row(service, instance, version, last);
        }
        if (expected != null) {
          List<ExpectedAgent> its = expected.of(service, instance);
          its.forEach(one -> one.take(version, last, day));
          if (its.isEmpty() && unexpected++ < maxRows) {
            strange.row(service, instance, version, last);
          }
        }
      }
    } catch (SQLException e) {
      throw ChosenLake.failure(e);
    }
    fold(lost, silent);
    fold(strange, unexpected);
    if (expected != null) {
      tell(coverage);
    }
    section.say(
        silent
            + (silent == 1 ? " agent has" : " agents have")
            + " not reported since "
            + quiet
            + " and did not say that they stopped.");
  }

  private void tell(Table coverage) {
    Map<ExpectedAgent.State, Integer> counts = new EnumMap<>(ExpectedAgent.State.class);
    List<ExpectedAgent> all = new ArrayList<>(expected.all());
    all.sort(Comparator.comparing(one -> one.state(quiet)));
    for (ExpectedAgent one : all) {
      counts.merge(one.state(quiet), 1, Integer::sum);
      if (coverage.rows.size() < maxRows) {
        coverage.row(
            one.state(quiet).label,
            one.service,
            one.instance,
            one.version,
            one.oldest(),
            (long) one.instances(),
            one.lastSeen());
      }
    }
    fold(coverage, all.size());
    List<String> parts = new ArrayList<>();
    for (ExpectedAgent.State state : ExpectedAgent.State.values()) {
      parts.add(state.label + " " + counts.getOrDefault(state, 0));
    }
    section.say("Of " + all.size() + " that are expected: " + String.join(", ", parts) + ".");
    section.say(unexpected + " that nobody expected report.");
  }

  private static void fold(Table table, long all) {
    if (all > table.rows.size()) {
      table.folded = all - table.rows.size() + " more are folded: --format json has them all";
    }
  }
}
