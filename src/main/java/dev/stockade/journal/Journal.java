package dev.stockade.journal;

import dev.stockade.policy.CanaryChange;
import dev.stockade.policy.Decision;
import dev.stockade.policy.Finding;
import dev.stockade.policy.Verdict;

/**
 * The evidence of one process: takes events from any thread and leaves everything else to one
 * daemon thread. All of that exists from the first event on: a process without events has no ring,
 * no thread, no file and no shutdown hook of ours.
 */
public final class Journal {
  private final JournalSettings settings;
  private volatile Writing writing;
  private volatile boolean closed;

  public Journal(JournalSettings settings) {
    this.settings = settings;
  }

  /** Never waits, never throws, does no input or output; does nothing after {@link #close()}. */
  public void offer(Event event) {
    if (event == null || closed) {
      return;
    }
    Writing now = writing;
    (now == null ? begin() : now).offer(event);
  }

  /**
   * Offers a record for each thing that a canary took back because of a decision, and has the chore
   * look after its state.
   */
  public void offerChanges(Decision decision) {
    for (CanaryChange change : decision.changes()) {
      offer(Event.ofOwn(Kind.CANARY_CHANGE, change.time(), finding(change)));
      wake();
    }
  }

  /**
   * Writes what is waiting, the folded counts, the record {@code stopped} and the summary. Waits at
   * most five seconds for that, so that a hanging disk does not keep the JVM from ending.
   */
  public void close() {
    closed = true;
    Writing now = writing;
    if (now != null) {
      now.close();
    }
  }

  /**
   * Gives the writer thread something to do besides; wakes it, and makes it where there is none.
   */
  public void employ(Chore chore) {
    settings.employ(chore);
    wake();
  }

  /** Has the chore called soon. */
  public void wake() {
    if (!closed) {
      Writing now = writing;
      (now == null ? begin() : now).wake();
    }
  }

  /** Events of this kind so far. */
  public long count(Kind kind) {
    return writing == null ? 0 : writing.tally().count(kind);
  }

  /** Events with this verdict so far. */
  public long count(Verdict verdict) {
    return writing == null ? 0 : writing.tally().count(verdict);
  }

  /** Events that were lost, whether the ring was full or the journal could not be written. */
  public long dropped() {
    return writing == null ? 0 : writing.tally().dropped();
  }

  /** Records in the journal. */
  public long written() {
    return writing == null ? 0 : writing.tally().written.get();
  }

  /** Failed attempts to open or write the journal. */
  public long errors() {
    return writing == null ? 0 : writing.tally().failures.get();
  }

  private static Finding finding(CanaryChange change) {
    String what =
        change.rule() == null
            ? "the fuse: everything goes back to audit: "
            : change.rule().id() + " goes back to audit at " + change.destination() + ": ";
    return Finding.of(Verdict.WARN, change.rule(), what + change.reason());
  }

  private synchronized Writing begin() {
    if (writing == null) {
      writing = new Writing(settings);
    }
    return writing;
  }
}
