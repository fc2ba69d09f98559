package dev.stockade.cli.report;

import dev.stockade.base.IsoTime;
import dev.stockade.cli.journal.Input;
import dev.stockade.policy.PolicyException;
import java.util.List;
import java.util.Map;

/** What is excused, and how those did who saw all this. */
final class AgentSections {
  private final Gathering gathered;
  private final Input journals;

  /** Of the policies that are known; null for none. */
  private final List<PolicyException> exceptions;

  private final int maxRows;
  private final long now;

  AgentSections(
      Gathering gathered, Input journals, List<PolicyException> exceptions, int maxRows, long now) {
    this.gathered = gathered;
    this.journals = journals;
    this.exceptions = exceptions;
    this.maxRows = maxRows;
    this.now = now;
  }

  Section exceptions() {
    Section section = new Section("exceptions", "Exceptions and canary");
    Map<String, Span> used = gathered.excuses.used();
    Table table =
        section.table(
            "exceptions", 7, "id", "state", "count", "owner", "expires", "firstSeen", "lastSeen");
    if (exceptions != null) {
      for (PolicyException one : exceptions) {
        Span span = used.getOrDefault(one.id(), new Span());
        String state = one.isExpired(now) ? "expired" : one.isExpiring(now) ? "expiring" : "";
        String use = span.count() == 0 ? "unused" : "used";
        table.row(
            one.id(),
            state.isEmpty() ? use : use + ", " + state,
            span.count(),
            one.owner(),
            one.expires(),
            span.firstTime(),
            span.lastTime());
      }
    }
    used.forEach(
        (id, span) -> {
          if (Excuses.owner(exceptions, id) == null) {
            table.row(id, "used", span.count(), null, null, span.firstTime(), span.lastTime());
          }
        });
    section.say(
        Advice.times(used.size(), "exception was used", "exceptions were used")
            + (exceptions == null
                ? "; --policy FILE tells their owners and which are not used."
                : "."));
    UseSections.tally(section, "takenBack", "reason", gathered.excuses.takenBack.byCount());
    return section;
  }

  Section health() {
    Agents agents = gathered.agents;
    Section section = new Section("agents", "Health of the agents");
    section.say(
        agents.reporting()
            + " of "
            + Advice.times(agents.processes().size(), "process", "processes")
            + (Math.min(agents.reporting(), agents.processes().size() - 1) == 1
                    || agents.processes().size() == 1
                ? " has"
                : " have")
            + " seen a handshake or a request; "
            + agents.errors()
            + " internal errors, "
            + agents.lost()
            + " records lost.");
    section.say(
        journals.files()
            + " files with "
            + journals.lines()
            + " lines were read; "
            + journals.unread().lines()
            + " lines are no records, "
            + journals.unread().files()
            + " files could not be read to the end.");
    if (agents.strange() > 0) {
      section.say(agents.strange() + " records have a form that this version does not know.");
    }
    Table table =
        section.table(
            "processes",
            9,
            "service",
            "instance",
            "mode",
            "version",
            "count",
            "errors",
            "dropped",
            "troubles",
            "lastRecord",
            "firstRecord",
            "stopped",
            "process");
    for (Agents.AgentProcess one : agents.worstFirst()) {
      boolean isKnown = one.from() <= one.to();
      if (table.rows.size() < maxRows) {
        table.row(
            one.service,
            one.instance,
            one.mode,
            one.version,
            one.count(),
            one.errors,
            one.lost(),
            one.troubles,
            isKnown ? IsoTime.of(one.to()) : null,
            isKnown ? IsoTime.of(one.from()) : null,
            one.isStopped ? "yes" : "no",
            one.name);
      }
    }
    UseSections.fold(table, agents.processes().size());
    UseSections.tally(section, "troubles", "reason", agents.troubles.byCount());
    UseSections.tally(section, "lost", "reason", agents.dropped.byCount());
    UseSections.tally(section, "notJudged", "reason", gathered.outcome.doubts());
    if (!journals.unread().places().isEmpty()) {
      Table unread = section.table("unread", 1, "place");
      journals.unread().places().forEach(unread::row);
      long more = journals.unread().lines() + journals.unread().files() - unread.rows.size();
      unread.folded = more > 0 ? more + " more are not named" : null;
    }
    return section;
  }
}
