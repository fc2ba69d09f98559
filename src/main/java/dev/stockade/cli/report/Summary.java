package dev.stockade.cli.report;

import dev.stockade.cli.journal.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The first screen of a report in words, the same in each form. */
final class Summary {
  private Summary() {}

  static String title(Report report) {
    return "May this be enforced? By " + report.policyName();
  }

  static String decision(Report report) {
    switch (report.advice.readiness()) {
      case READY:
        return "Nothing that was seen would break, and enough was seen.";
      case NOT_READY:
        return "Something that was seen would break, or protection was touched.";
      default:
        return "Nothing that was seen would break, but that says too little yet.";
    }
  }

  /** Outcome, count and share, without those that are 0. */
  static List<String[]> outcomes(Report report) {
    long all = 0;
    for (long count : report.gathered.outcome.all().values()) {
      all = Counts.sum(all, count);
    }
    List<String[]> rows = new ArrayList<>();
    for (Map.Entry<String, Long> one : report.gathered.outcome.all().entrySet()) {
      if (one.getValue() > 0) {
        rows.add(
            new String[] {
              one.getKey(), "" + one.getValue(), UseSections.percent(one.getValue(), all)
            });
      }
    }
    return rows;
  }
}
