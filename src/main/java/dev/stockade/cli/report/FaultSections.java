package dev.stockade.cli.report;

import java.util.List;

/** The findings: what would break, and what else somebody should know. */
final class FaultSections {
  private static final String[] COLUMNS = {
    "destination",
    "rule",
    "verdict",
    "action",
    "count",
    "service",
    "calledIn",
    "jar",
    "firstSeen",
    "lastSeen",
    "exception",
    "owner",
    "direction",
    "address",
    "reason",
    "allRules",
    "fix",
    "refused",
    "id"
  };

  /** Of the columns, those that say where and what. */
  private static final int SHOWN = 10;

  private final Gathering gathered;
  private final Fixes fixes;
  private final int maxRows;

  FaultSections(Gathering gathered, Fixes fixes, int maxRows) {
    this.gathered = gathered;
    this.fixes = fixes;
    this.maxRows = maxRows;
  }

  Section broken() {
    Section section = new Section("breaks", "What would break");
    long refused = gathered.outcome.of(Outcome.REPORTED);
    long blocked = gathered.outcome.of(Outcome.BLOCKED);
    long broken = gathered.outcome.of(Outcome.BROKEN);
    boolean any = refused > 0 || blocked > 0 || broken > 0;
    section.say(
        any
            ? refused
                + " would be refused, "
                + blocked
                + " were refused, "
                + broken
                + " failed after the weak part of their offer was taken out."
            : "Nothing of what was seen.");
    fill(section, true);
    return section;
  }

  Section others() {
    Section section = new Section("findings", "What else is worth knowing");
    section.say(
        gathered.outcome.of(Outcome.NARROWED)
            + " passed or would pass with a narrowed offer, which the peer does not notice.");
    fill(section, false);
    return section;
  }

  private void fill(Section section, boolean breaks) {
    Table table = section.table(section.id, SHOWN, COLUMNS);
    long folded = 0;
    for (FoundFault fault : gathered.faults.all()) {
      if (fault.wouldBreak() != breaks) {
        continue;
      }
      if (table.rows.size() >= maxRows) {
        folded++;
        continue;
      }
      table.ids.add(fault.id);
      table.row(
          fault.place.destination,
          fault.rule,
          fault.verdict().label(),
          fault.action(),
          fault.count(),
          fault.place.service,
          calledIn(fault),
          fault.jar,
          fault.firstTime(),
          fault.lastTime(),
          fault.exception,
          fault.owner,
          fault.place.direction,
          fault.ip,
          fault.reason,
          String.join(" ", fault.allRules),
          fix(fault),
          fault.refusals(),
          fault.id);
    }
    if (folded > 0) {
      table.folded = folded + " more findings are folded: --format json has them all";
    }
    if (breaks && gathered.faults.further() > 0) {
      section.say(
          gathered.faults.further() + " more events were at places beyond " + FoundFaults.MAX);
    }
  }

  private static String calledIn(FoundFault fault) {
    String code = fault.place.code;
    return code == null || fault.method == null ? code : code + "." + fault.method;
  }

  private String fix(FoundFault fault) {
    List<String> lines = fixes.of(fault.rule, fault.library);
    return lines.isEmpty() ? null : String.join("\n", lines);
  }
}
