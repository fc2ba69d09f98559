package dev.stockade.fleet.report;

import dev.stockade.cli.report.Advice;
import dev.stockade.cli.report.Readiness;
import dev.stockade.cli.report.Report;
import dev.stockade.cli.report.Section;
import dev.stockade.cli.report.Table;
import dev.stockade.fleet.sql.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What only a fleet has, put between the sections of one process's report. */
final class FleetSections {
  private final Report report;
  private final ChosenLake lake;
  private final int maxRows;
  private final QuestionTable questions;

  FleetSections(Report report, ChosenLake lake, int maxRows) {
    this.report = report;
    this.lake = lake;
    this.maxRows = maxRows;
    this.questions = new QuestionTable(lake, maxRows);
  }

  /** Puts them in. */
  void add(FleetRecords records, Owners owners, Expected expected, int maxServices) {
    List<Section> all = report.sections;
    Section agents = all.get(all.size() - 1);
    all.removeIf(section -> section.id.equals("exceptions"));
    all.add(0, services(records, owners, maxServices));
    all.addAll(
        3,
        List.of(
            asked("shared", "Destinations that many services share", "destinations-shared"),
            asked("owners", "Owners", "owners"),
            asked("trends", "Day by day", "trends")));
    all.addAll(
        all.indexOf(agents),
        List.of(
            asked("exceptions", "Exceptions", "exceptions"),
            asked("candidates", "Candidates compared", "candidates"),
            asked("policies", "Policies in force", "policy-rollouts"),
            asked("canary", "What the canary took back", "canary-changes")));
    questions.add(agents, "agentVersions", "agents-versions");
    Coverage.add(agents, lake, expected, maxRows);
  }

  private Section services(FleetRecords records, Owners owners, int maxServices) {
    Section section = new Section("services", "Each service");
    Table table =
        section.table(
            "services",
            9,
            "service",
            "readiness",
            "owner",
            "refused",
            "handshakes",
            "requests",
            "processes",
            "days",
            "why",
            "change");
    Map<Readiness, Integer> counts = new EnumMap<>(Readiness.class);
    List<ServiceAnswer> services = new ArrayList<>(records.services());
    services.sort(
        Comparator.comparingInt((ServiceAnswer one) -> rank(one.advice().readiness()))
            .thenComparing(Comparator.comparingLong(ServiceAnswer::refusals).reversed()));
    for (ServiceAnswer one : services) {
      counts.merge(one.advice().readiness(), 1, Integer::sum);
      if (table.rows.size() < maxServices) {
        table.row(
            one.service(),
            one.advice().readiness().label(),
            owners.of(one.service()),
            one.refusals(),
            one.handshakes(),
            one.requests(),
            (long) one.processes(),
            String.format(Locale.ROOT, "%.1f", one.days()),
            sentences(one.advice(), true),
            sentences(one.advice(), false));
      }
    }
    long folded = services.size() + records.furtherServices() - table.rows.size();
    table.folded = folded > 0 ? folded + " more services are folded: --format json" : null;
    List<String> parts = new ArrayList<>();
    for (Readiness readiness : Readiness.values()) {
      parts.add(counts.getOrDefault(readiness, 0) + " " + readiness.label());
    }
    return section
        .say(
            "Of "
                + services.size()
                + (services.size() == 1 ? " service: " : " services: ")
                + String.join(", ", parts)
                + ". Each is judged by its own records alone.")
        .say(
            "Days from "
                + lake.parameters().get(Parameter.FROM)
                + " to "
                + lake.parameters().get(Parameter.TO)
                + ", UTC.");
  }

  private static int rank(Readiness readiness) {
    return switch (readiness) {
      case NOT_READY -> 0;
      case NOT_ENOUGH_SEEN -> 1;
      case READY -> 2;
    };
  }

  private static String sentences(Advice advice, boolean isWhy) {
    List<String> all = new ArrayList<>();
    for (Advice.Reason reason : advice.reasons()) {
      all.add(isWhy ? reason.sentence : reason.change);
    }
    return all.isEmpty() ? null : String.join("; ", all);
  }

  private Section asked(String id, String title, String question) {
    Section section = new Section(id, title);
    long rows = questions.add(section, id.equals("shared") ? "sharedDestinations" : id, question);
    return rows == 0 ? section.say("None.") : section;
  }
}
