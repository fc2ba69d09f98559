package dev.stockade.cli.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@link WhatIf} for people. */
final class WhatIfText {
  private final WhatIf whatIf;
  private final List<String> lines = new ArrayList<>();

  WhatIfText(WhatIf whatIf) {
    this.whatIf = whatIf;
  }

  List<String> lines() {
    for (Change change : Change.values()) {
      lines.add(String.format("%-20s %d", change.label(), whatIf.outcomes().total(change)));
    }
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
    for (Map.Entry<String, Outcomes.Row> entry :
        whatIf.outcomes().destinations(change).entrySet()) {
      Outcomes.Row row = entry.getValue();
      lines.add(String.format("  %7d  %s  %s", row.count, entry.getKey(), row.ruleIds()));
      if (row.reason != null) {
        lines.add("           " + row.reason);
      }
    }
    whatIf
        .outcomes()
        .rules(change)
        .forEach((rule, count) -> lines.add(String.format("  by rule: %s %s", rule, count)));
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
