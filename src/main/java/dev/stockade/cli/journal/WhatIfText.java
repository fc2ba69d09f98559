package dev.stockade.cli.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@link WhatIf} for people. */
final class WhatIfText {
  private static final int FIRST = 20;

  private final WhatIf whatIf;
  private final Seen seen;
  private final boolean all;
  private final List<String> lines = new ArrayList<>();

  /**
   * @param all whether every destination is named, not only those with the most
   */
  WhatIfText(WhatIf whatIf, Seen seen, boolean all) {
    this.whatIf = whatIf;
    this.seen = seen;
    this.all = all;
  }

  List<String> lines() {
    lines.add("seen: " + seen.sentence());
    for (Change change : Change.values()) {
      lines.add(String.format("%-20s %d", change.label(), whatIf.outcomes().total(change)));
    }
    lines.add("as recorded " + seen.outcome());
    lines.add(
        "under the new policy "
            + whatIf.blocked()
            + " are blocked, "
            + whatIf.reported()
            + " reported as violations");
    for (Change change : Change.values()) {
      if (change != Change.UNCHANGED && whatIf.outcomes().total(change) > 0) {
        section(change);
      }
    }
    notes();
    return lines;
  }

  private void section(Change change) {
    lines.add("");
    lines.add(change.label() + ":");
    whatIf
        .outcomes()
        .rules(change)
        .forEach((rule, count) -> lines.add(String.format("  by rule: %s %s", rule, count)));
    List<Map.Entry<String, Outcomes.Row>> rows = whatIf.outcomes().destinations(change);
    int shown = all ? rows.size() : Math.min(FIRST, rows.size());
    for (Map.Entry<String, Outcomes.Row> entry : rows.subList(0, shown)) {
      Outcomes.Row row = entry.getValue();
      lines.add(String.format("  %7d  %s  %s", row.count, entry.getKey(), row.ruleIds()));
      if (row.reason != null) {
        lines.add("           " + row.reason);
      }
    }
    if (shown < rows.size()) {
      lines.add("           " + (rows.size() - shown) + " more destinations: --all names them");
    }
  }

  private void notes() {
    if (!whatIf.unjudged().isEmpty()) {
      lines.add("");
      lines.add("not judged:");
      whatIf.unjudged().forEach((why, count) -> lines.add(String.format("  %7d  %s", count, why)));
    }
    List<String> remarks = whatIf.remarks();
    if (!remarks.isEmpty()) {
      lines.add("");
      remarks.forEach(remark -> lines.add("note: " + remark));
    }
  }
}
