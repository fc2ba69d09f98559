package dev.stockade.cli.report;

import dev.stockade.base.IsoTime;
import dev.stockade.base.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report for programs. */
final class JsonForm {
  private JsonForm() {}

  /**
   * @param now when it was made, in milliseconds since the epoch
   */
  static Map<String, Object> of(Report report, long now) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("stockade", Version.current());
    all.put("made", IsoTime.of(now));
    all.put("profile", report.policy == null ? null : report.policy.profile());
    all.put("decision", decision(report));
    all.put("seen", report.gathered.seen.members());
    all.put("outcome", report.gathered.outcome.all());
    all.put("outcomeByService", report.gathered.outcome.byService());
    for (Section section : report.sections) {
      section.tables.forEach((name, table) -> all.put(name, rows(table)));
    }
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("files", report.journals.files());
    input.put("lines", report.journals.lines());
    input.put("bytes", report.journals.bytes());
    input.put("unreadLines", report.journals.unread().lines());
    input.put("unreadFiles", report.journals.unread().files());
    all.put("input", input);
    return all;
  }

  private static Map<String, Object> decision(Report report) {
    Map<String, Object> decision = new LinkedHashMap<>();
    decision.put("readiness", report.advice.readiness().label());
    List<Map<String, Object>> reasons = new ArrayList<>();
    for (Advice.Reason reason : report.advice.reasons()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("against", reason.isAgainst);
      one.put("reason", reason.sentence);
      one.put("change", reason.change);
      reasons.add(one);
    }
    decision.put("reasons", reasons);
    return decision;
  }

  private static List<Map<String, Object>> rows(Table table) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (List<Object> row : table.rows) {
      Map<String, Object> members = new LinkedHashMap<>();
      for (int i = 0; i < table.columns.size(); i++) {
        members.put(table.columns.get(i), row.get(i));
      }
      rows.add(members);
    }
    return rows;
  }
}
