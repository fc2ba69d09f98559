package dev.stockade.cli.report;

import dev.stockade.cli.journal.Counts;
import dev.stockade.cli.journal.Input;
import dev.stockade.cli.journal.Seen;
import dev.stockade.policy.rule.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The decision that a report starts with, the reasons for it, and what would change it. */
public final class Advice {
  private final List<Reason> reasons = new ArrayList<>();
  private final Gathering gathered;
  private final Needs needs;

  /** Decides by what was gathered. */
  public Advice(Gathering gathered, Input journals, Needs needs) {
    this.gathered = gathered;
    this.needs = needs;
    against();
    holes(journals);
    amount();
  }

  public Readiness readiness() {
    boolean lacks = false;
    for (Reason reason : reasons) {
      if (reason.isAgainst) {
        return Readiness.NOT_READY;
      }
      lacks = true;
    }
    return lacks ? Readiness.NOT_ENOUGH_SEEN : Readiness.READY;
  }

  /** What is against it first, then what is missing; none where it is ready. */
  public List<Reason> reasons() {
    return reasons;
  }

  private void against() {
    Outcome outcome = gathered.outcome;
    long refused = add(outcome.of(Outcome.REPORTED), outcome.of(Outcome.BLOCKED));
    if (refused > 0) {
      Set<String> places = new LinkedHashSet<>();
      Set<String> rules = new LinkedHashSet<>();
      for (FoundFault fault : gathered.faults.all()) {
        if (fault.isRefusal()) {
          places.add(fault.place.destination);
          rules.add(fault.rule);
        }
      }
      String all = times(refused, "handshake or request", "handshakes or requests");
      against(
          places.isEmpty()
              ? all + " would be refused"
              : all
                  + " at "
                  + times(places.size(), "destination", "destinations")
                  + " would be refused ("
                  + String.join(", ", rules)
                  + ")",
          "fix them as told below, or allow them for a time: java -jar stockade.jar"
              + " suggest-exceptions JOURNAL");
    }
    long broken = outcome.of(Outcome.BROKEN);
    if (broken > 0) {
      against(
          times(broken, "handshake", "handshakes")
              + " failed after the weak part of their offer was taken out",
          "put the rule back to audit for these destinations: if they succeed then, it is the cause");
    }
    long tampered = 0;
    Set<String> rules = new LinkedHashSet<>();
    for (FoundFault fault : gathered.faults.all()) {
      if (fault.rule.startsWith("tamper.") && fault.verdict().compareTo(Verdict.WARN) >= 0) {
        tampered = add(tampered, fault.count());
        rules.add(fault.rule);
      }
    }
    if (tampered > 0) {
      against(
          "the protection was weakened "
              + times(tampered, "time", "times")
              + " while it ran ("
              + String.join(", ", rules)
              + ")",
          "find out by whom: java -jar stockade.jar explain " + rules.iterator().next());
    }
    long takenBack = gathered.excuses.takenBack.total();
    if (takenBack > 0) {
      against(
          "the canary took a rule back " + times(takenBack, "time", "times"),
          "look at its reasons below, then start the canary again");
    }
  }

  /** What cannot be known because it is not in the records. */
  private void holes(Input journals) {
    Agents agents = gathered.agents;
    long lost = agents.lost();
    if (lost > 0) {
      lack(
          times(lost, "record was", "records were")
              + " lost"
              + (agents.dropped.isEmpty() ? "" : ": " + first(agents.dropped)),
          "make room for the journal (journal.max-size, the disk), or leave out what fills it");
    }
    if (journals.unread().lines() > 0) {
      lack(
          journals.unread().lines()
              + " of "
              + times(journals.lines(), "line", "lines")
              + " cannot be read",
          "see below which; of what a crash has torn nothing more can be had");
    }
    if (journals.unread().files() > 0) {
      lack(
          journals.unread().files()
              + " of "
              + times(journals.files(), "file", "files")
              + " cannot be read to the end",
          "get them again from where they were written");
    }
    if (!gathered.agents.troubles.isEmpty()) {
      lack(
          "Stockade did not see everything: " + first(agents.troubles),
          "java -jar stockade.jar status PID tells whether that is still so");
    }
    if (agents.errors() > 0) {
      lack(
          times(agents.errors(), "internal error", "internal errors") + " of Stockade",
          "report them with the lifecycle records: what they hid is not here");
    }
    long unseen = gathered.aws.unseen.total();
    if (unseen > 0) {
      lack(
          times(unseen, "answer", "answers") + " came to requests that no watched client sent",
          "see AWS calls for the sender");
    }
    long further = gathered.faults.further();
    if (further > 0) {
      lack(
          times(further, "event", "events")
              + " at places beyond the first "
              + FoundFaults.MAX
              + " cannot be told apart",
          "look at fewer at a time, with --service or --since");
    }
    long unjudged = gathered.outcome.of(Outcome.UNJUDGED);
    if (unjudged > 0) {
      lack(
          "of "
              + times(unjudged, "handshake", "handshakes")
              + " the policy's verdict cannot be told from the record",
          "run this policy as candidate, so that it is asked where everything is known");
    }
  }

  private void amount() {
    Seen seen = gathered.seen;
    Outcome outcome = gathered.outcome;
    long all = add(seen.handshakes(), seen.requests());
    long nothing = add(outcome.of(Outcome.FAILED), outcome.of(Outcome.UNJUDGED));
    long events = Math.max(0, all - nothing);
    if (events < needs.handshakes()) {
      lack(
          times(events, "handshake or request", "handshakes and requests")
              + " of the "
              + needs.handshakes()
              + " that are needed"
              + (nothing > 0
                  ? ", without " + nothing + " that failed or of which the verdict is not known"
                  : ""),
          "observe longer, or under load (--need-handshakes says how many are enough)");
    }
    double days = seen.days();
    if (days < needs.days()) {
      lack(
          String.format(Locale.ROOT, "%.1f of the %.1f days that are needed", days, needs.days()),
          "observe longer: what runs once a week has not been seen (--need-days)");
    }
    long processes = gathered.agents.processes().size();
    long reporting = gathered.agents.reporting();
    if (processes > 0 && 100 * reporting < needs.sources() * processes) {
      lack(
          reporting
              + " of "
              + times(processes, "process", "processes")
              + " have seen a handshake or a request, "
              + needs.sources()
              + " % are needed",
          "wait until the others have worked, or leave them out with --service (--need-sources)");
    }
  }

  private static String first(Tally tally) {
    return tally.byCount().keySet().iterator().next();
  }

  private static long add(long one, long other) {
    return Counts.sum(one, other);
  }

  static String times(long count, String one, String more) {
    return count + " " + (count == 1 ? one : more);
  }

  private void against(String sentence, String change) {
    reasons.add(new Reason(true, sentence, change));
  }

  private void lack(String sentence, String change) {
    reasons.add(new Reason(false, sentence, change));
  }

  /** One of the reasons. */
  public static final class Reason {
    /** Whether it is against enforcing; else it says that too little is known. */
    public final boolean isAgainst;

    public final String sentence;

    /** What to do about it. */
    public final String change;

    Reason(boolean isAgainst, String sentence, String change) {
      this.isAgainst = isAgainst;
      this.sentence = sentence;
      this.change = change;
    }
  }
}
