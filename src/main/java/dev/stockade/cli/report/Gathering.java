package dev.stockade.cli.report;

import dev.stockade.cli.command.JsonView;
import dev.stockade.cli.journal.Counts;
import dev.stockade.cli.journal.RecordedFact;
import dev.stockade.cli.journal.Rejudged;
import dev.stockade.cli.journal.Rejudging;
import dev.stockade.cli.journal.Seen;
import dev.stockade.cli.journal.SeenRecord;
import dev.stockade.policy.rule.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Gathers what a report says, in one pass and in bounded memory. What lines have in common is
 * looked up once and noted with it.
 */
public final class Gathering implements Consumer<SeenRecord> {
  /** Null to leave each record its own verdict. */
  private final Rejudging policy;

  final Seen seen = new Seen();
  final FoundFaults faults = new FoundFaults();
  final Outcome outcome = new Outcome();
  final AwsCalls aws = new AwsCalls();
  final InUse inUse;
  final Certificates certificates = new Certificates();
  final Agents agents;
  final Excuses excuses = new Excuses();

  /** Of which there are sums that are not counted yet. */
  private final List<Noted> waiting = new ArrayList<>();

  Gathering(Rejudging policy) {
    this(policy, new Timeline(), Agents.MAX);
  }

  private Gathering(Rejudging policy, Timeline timeline, int maxProcesses) {
    this.policy = policy;
    this.inUse = new InUse(timeline);
    this.agents = new Agents(maxProcesses);
  }

  /**
   * Of a fleet, whose records come in sums of a day. What each process saw is told by {@link
   * #process}, its other records come one by one.
   *
   * @param maxProcesses that are told apart
   */
  public static Gathering ofDays(int maxProcesses) {
    return new Gathering(null, new Timeline(86_400_000), maxProcesses);
  }

  /**
   * Counts what a process saw.
   *
   * @param record any of its handshakes or requests, with the number of all
   */
  public void process(SeenRecord record) {
    RecordedFact fact = record.fact();
    seen.instance(fact.instance());
    agents.of(fact).accept(record);
  }

  @Override
  public void accept(SeenRecord record) {
    if (record.line().fact() == null) {
      seen.take(record);
      other(record);
      return;
    }
    Noted noted = (Noted) record.line().note();
    if (noted != null && noted.owner == this) {
      if (noted.add(record)) {
        waiting.add(noted);
      }
      return;
    }
    RecordedFact fact = record.fact();
    noted = note(fact);
    if (policy == null || Rejudging.isLasting(fact)) {
      record.line().note(noted);
    }
    noted.count(record);
  }

  /** Counts what waits; to be called behind the last record. */
  void end() {
    waiting.forEach(Noted::count);
    waiting.clear();
  }

  /** What was seen in all. */
  public Seen seen() {
    return seen;
  }

  /** Handshakes and requests that were refused, or would be. */
  public long refusals() {
    return Counts.sum(outcome.of(Outcome.REPORTED), outcome.of(Outcome.BLOCKED));
  }

  /** Processes that are told apart. */
  public int processes() {
    return agents.processes().size();
  }

  private Noted note(RecordedFact fact) {
    Judged judged = policy == null ? Judged.asRecorded(fact) : judged(policy.of(fact), fact);
    Consumer<SeenRecord> timeline = inUse.timeline(fact);
    Noted noted =
        new Noted(
            this,
            record -> {
              seen.day(record);
              timeline.accept(record);
            });
    noted.counts(seen::take);
    noted.counts(outcome.of(judged, fact));
    noted.counts(agents.of(fact));
    noted.counts(excuses.of(judged));
    noted.counts(fact.aws() != null ? aws.of(fact, judged) : inUse.of(fact));
    if (judged.isFinding()) {
      Place place = Place.of(fact);
      FoundFault fault = faults.at(judged.name(), place);
      if (fault == null) {
        noted.counts(faults::further);
      } else {
        describe(fault, judged, fact);
        noted.counts(fault::add);
        noted.counts(judged.isRefusal() ? fault::addRefusal : record -> {});
      }
    }
    return noted;
  }

  private static Judged judged(Rejudged rejudged, RecordedFact fact) {
    return rejudged.doubt() == null ? Judged.of(rejudged) : Judged.doubtful(rejudged.doubt(), fact);
  }

  private void describe(FoundFault fault, Judged judged, RecordedFact fact) {
    fault.take(judged.verdict, judged.action, judged.rules, judged.reason);
    fault.exception = fault.exception == null ? judged.exception : fault.exception;
    fault.hasBare |= judged.exception == null;
    fault.ip = fault.ip == null && fact.tls() != null ? fact.tls().ip() : fault.ip;
    fault.method = fault.method == null ? fact.method() : fault.method;
    fault.jar = fault.jar == null ? fact.jar() : fault.jar;
    fault.profile = fault.profile == null ? fact.profile() : fault.profile;
    fault.library = fault.library == null ? Fixes.library(fact) : fault.library;
  }

  /** What is neither handshake nor request. Those of later versions may have any form. */
  private void other(SeenRecord record) {
    try {
      JsonView view = new JsonView("record", record.line().members());
      agents.take(record, view);
      certificates.take(record, view);
      aws.takeAnswer(record, view);
      excuses.take(record, view);
      Judged judged = Judged.ofTampering(view);
      if (judged != null) {
        FoundFault fault = faults.at(judged.name(), Judged.place(view));
        if (fault == null) {
          faults.further(record);
        } else {
          fault.take(judged.verdict, Action.ALLOWED, judged.rules, judged.reason);
          fault.add(record);
        }
      }
    } catch (IllegalArgumentException e) {
      agents.strange(record);
    }
  }
}
