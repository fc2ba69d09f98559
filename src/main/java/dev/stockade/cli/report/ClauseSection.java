package dev.stockade.cli.report;

import dev.stockade.policy.Policy;
import dev.stockade.policy.clause.Clause;
import dev.stockade.policy.clause.Clauses;
import dev.stockade.policy.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The clauses of standards that findings touch, once for each rule and profile. */
final class ClauseSection {
  private ClauseSection() {}

  /**
   * @param policy that judged anew; null where each finding has the profile of its records
   * @return null where no finding touches a clause
   */
  static Section of(Iterable<FoundFault> faults, Policy policy) {
    Map<String, Set<String>> profiles = new TreeMap<>();
    for (FoundFault fault : faults) {
      String profile = policy == null ? fault.profile : policy.profile();
      if (profile != null) {
        profiles.computeIfAbsent(fault.rule, rule -> new TreeSet<>()).add(profile);
      }
    }
    Section section = new Section("clauses", "Clauses that the findings touch");
    Table table = section.table(section.id, 3, "rule", "profile", "clauses");
    profiles.forEach((rule, all) -> all.forEach(profile -> add(table, rule, profile)));
    return table.rows.isEmpty() ? null : section;
  }

  private static void add(Table table, String rule, String profile) {
    Rule named = Rule.named(rule);
    if (named == null) {
      return;
    }
    String clauses = byStandard(Clauses.of(named, profile));
    if (!clauses.isEmpty()) {
      table.row(rule, profile, clauses);
    }
  }

  /** Such as {@code NIST SP 800-53 Rev. 5, SC-8, SC-13; CIS Controls v8, 3.10}. */
  private static String byStandard(List<Clause> clauses) {
    StringBuilder text = new StringBuilder();
    String standard = null;
    for (Clause clause : clauses) {
      if (clause.standard().equals(standard)) {
        text.append(", ").append(clause.number());
      } else {
        text.append(standard == null ? "" : "; ").append(clause);
      }
      standard = clause.standard();
    }
    return text.toString();
  }
}
