package dev.stockade.journal;

import dev.stockade.base.Clock;
import java.util.function.Consumer;

/** What happens to an event on the writer thread, from top to bottom. Knows no other thread. */
final class Recorder implements Consumer<Event> {
  private final JournalSettings settings;
  private final Tally tally;
  private final Totals totals = new Totals();
  private final Stamp stamp;
  private final FindingLog log;
  private final Summary summary;
  private final Records records;
  private final PeerShares shares;
  private final Folds folds;

  Recorder(JournalSettings settings, Tally tally, Clock clock) {
    this.settings = settings;
    this.tally = tally;
    stamp = new Stamp(settings);
    log = new FindingLog(settings);
    summary = new Summary();
    records = Records.open(settings, stamp, tally, clock);
    shares = new PeerShares(settings, tally, clock);
    folds = records == null ? null : new Folds(records, shares, clock);
  }

  @Override
  public void accept(Event event) {
    take(event);
  }

  /** First what a person is told, then the journal, which may hang on a dead disk. */
  void take(Event event) {
    notice(event);
    restamp(event);
    tick();
    if (folds != null) {
      folds.see(event);
    }
  }

  /** What was folded under the policy before is written under it. */
  private void restamp(Event event) {
    if (!stamp.isBefore(event)) {
      return;
    }
    if (folds != null) {
      folds.flush();
      records.policyChanged();
    }
    stamp.take(event.policy());
  }

  private void notice(Event event) {
    tally.count(event);
    totals.count(event);
    log.see(event);
    summary.count(event);
  }

  /** To be called about every second while not idle. */
  void tick() {
    if (folds != null) {
      folds.tick();
      shares.tell(records, false);
      records.settle();
    }
  }

  /** Whether nothing will happen until the next event. */
  boolean isIdle() {
    return folds == null || (folds.isEmpty() && shares.isSettled() && records.isSettled());
  }

  void finish() {
    if (folds != null) {
      folds.flush();
      shares.tell(records, true);
      records.stopped(totals);
      records.close();
    }
    if (tally.legacy.goesOn()) {
      summary.leaveTo(tally.legacy, totals, tally);
    } else if (settings.summary()) {
      String text = text();
      OutputWatch.Call before = settings.watch().begin(OutputWatch.STDERR);
      System.err.print(text);
      System.err.flush();
      settings.watch().end(before);
    }
  }

  /** The table as at exit; empty when nothing was seen. */
  String text() {
    summary.take(tally.legacy);
    Totals all = tally.legacy.plus(totals);
    return summary.text(settings, stamp, all, tally, Terminal.isColoured());
  }
}
