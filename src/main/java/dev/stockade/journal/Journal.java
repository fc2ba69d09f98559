package dev.stockade.journal;

import dev.stockade.base.ProcessNames;
import dev.stockade.policy.Decision;
import dev.stockade.policy.canary.CanaryChange;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.Verdict;
import java.io.File;
import java.util.Collections;
import java.util.Map;

/**
 * The evidence of one process: takes events from any thread and leaves everything else to one
 * daemon thread, which may hang in its output. All of that exists from the first event on: a
 * process without events has no queue, no thread, no file and no shutdown hook of ours. What must
 * not hang with it is the task, which has a thread while it has something to do.
 */
public final class Journal {
  private final JournalOwner owner;
  private final long since = System.currentTimeMillis();
  private volatile boolean hookFailed;
  private volatile RunningJournal writing;
  private volatile TaskThread tasks;
  private volatile Sweep sweep;
  private volatile EventObserver observer;
  private volatile boolean closed;

  public Journal(JournalOwner owner) {
    this.owner = owner;
  }

  /**
   * Has this see every event from now on.
   *
   * @param observer is closed with the journal
   */
  public void observeBy(EventObserver observer) {
    this.observer = observer;
  }

  /** Never waits, never throws, does no input or output; does nothing after {@link #close()}. */
  public void offer(Event event) {
    if (event == null || closed) {
      return;
    }
    RunningJournal now = writing;
    (now == null ? begin() : now).offer(event);
    show(event);
  }

  /**
   * Offers an event whose like may come often; otherwise like {@link #offer}.
   *
   * @return what its like is counted by, see {@link #again}; null where each must be offered
   */
  public Repeats offerCounted(Event event) {
    if (closed) {
      return null;
    }
    RunningJournal now = writing;
    Repeats repeats = (now == null ? begin() : now).offerCounted(event);
    show(event);
    return repeats;
  }

  /**
   * Counts what is as the event of {@code repeats} but for its time. Allocates nothing.
   *
   * @return false where an event must be offered
   */
  public boolean again(Repeats repeats, long time) {
    RunningJournal now = writing;
    if (now == null || !now.again(repeats, time)) {
      return false;
    }
    show(repeats.event());
    return true;
  }

  private void show(Event event) {
    EventObserver now = observer;
    if (now == null) {
      return;
    }
    try {
      now.see(event);
    } catch (Throwable e) {
      // What was decided holds, whoever looks on.
      writing.counters().failures().incrementAndGet();
    }
  }

  /**
   * Offers a record for each thing that a canary took back because of a decision, and has the task
   * look after its state.
   */
  public void offerChanges(Decision decision) {
    for (CanaryChange change : decision.changes()) {
      offer(Event.ofOwn(EventKind.CANARY_CHANGE, change.time(), finding(change)));
      wake();
    }
  }

  /**
   * Writes what is waiting, the folded counts, the record {@code stopped} and the summary. Waits at
   * most six seconds for that, so that a hanging disk does not keep the JVM from ending.
   */
  public void close() {
    TaskThread task = tasks;
    if (task != null) {
      task.close();
    }
    closed = true;
    RunningJournal now = writing;
    if (now != null) {
      now.close();
    }
    EventObserver looking = observer;
    observer = null;
    if (looking != null) {
      looking.close();
    }
  }

  /**
   * Closes without a summary, for an engine that goes on with the counts.
   *
   * @return what that engine's journal takes by {@link #inherit}; empty when nothing was seen
   */
  public Map<String, Object> closeForHeir() {
    RunningJournal now = writing;
    if (now != null) {
      now.counters().legacy().goOn();
    }
    close();
    return now == null ? Collections.<String, Object>emptyMap() : now.counters().legacy().left();
  }

  /** Goes on with the counts of the engine before. */
  public void inherit(Map<?, ?> counts) {
    if (!closed) {
      RunningJournal now = writing;
      (now == null ? begin() : now).inherit(counts);
    }
  }

  /** Has this done from now on, by a thread of its own; where it is done already, soon. */
  public void employ(WriterTask task) {
    if (closed) {
      return;
    }
    synchronized (this) {
      if (tasks == null) {
        RunningJournal now = begin();
        now.employ(task);
        tasks = new TaskThread(task, now.counters().failures());
      }
    }
    wake();
  }

  /** Has this called from now on, see {@link Sweep}. */
  public void sweepBy(Sweep work) {
    sweep = work;
  }

  /** See {@link Sweep#sweep}. */
  void sweep(boolean again) {
    Sweep now = sweep;
    if (now != null) {
      now.sweep(again);
    }
  }

  /** A hook has failed by a fault of ours: from now on what is not seen may be seen by nobody. */
  public void hookFailed() {
    hookFailed = true;
  }

  public boolean hasHookFailed() {
    return hookFailed;
  }

  /** Has the task called soon. */
  public void wake() {
    TaskThread now = tasks;
    if (now != null) {
      now.wake();
    }
  }

  /** The table as at exit, so far; empty when nothing was seen, null when it takes too long. */
  public String summary() {
    return writing == null ? "" : writing.summary();
  }

  /** The output that takes nothing any more; null when all is well. */
  public StuckOutput stuck() {
    return writing == null ? null : writing.stuck();
  }

  /** Says once that an output is stuck, if one is. Never waits. */
  public void tellOfStuck() {
    RunningJournal now = writing;
    if (now != null) {
      now.tellOfStuck();
    }
  }

  /** Where the records go whose target this is, {@code %p} in it being the process id. */
  public static String path(String target) {
    StringBuilder path = new StringBuilder();
    int from = 0;
    for (int at = target.indexOf("%p"); at >= 0; at = target.indexOf("%p", from)) {
      path.append(target, from, at).append(ProcessNames.pid());
      from = at + 2;
    }
    return new File(path.append(target.substring(from)).toString()).getAbsolutePath();
  }

  /** Counts what AWS answered; of the time before only where there were events. */
  public AnswerCounts answers() {
    RunningJournal now = writing;
    return (now == null ? begin() : now).counters().answers();
  }

  /** The same for reading; null where AWS answered nothing. */
  public AnswerCounts answersIfAny() {
    RunningJournal now = writing;
    return now == null ? null : now.counters().answersIfAny();
  }

  /** Events of this kind so far. */
  public long count(EventKind kind) {
    return writing == null ? 0 : writing.counters().count(kind);
  }

  /** Events with this verdict so far. */
  public long count(Verdict verdict) {
    return writing == null ? 0 : writing.counters().count(verdict);
  }

  /** Completed handshakes whose version is older than the profile recommends. */
  public long belowRecommended() {
    return writing == null ? 0 : writing.counters().belowRecommended();
  }

  /** Events that were lost, whether the queue was full or the journal could not be written. */
  public long dropped() {
    return writing == null ? 0 : writing.counters().droppedInAll();
  }

  /** Records in the journal. */
  public long written() {
    return writing == null ? 0 : writing.counters().written().get();
  }

  /** Failed attempts to open or write the journal. */
  public long errors() {
    return writing == null ? 0 : writing.counters().failures().get();
  }

  private static Finding finding(CanaryChange change) {
    String what =
        change.rule() == null
            ? "the fuse: everything goes back to audit: "
            : change.rule().id() + " goes back to audit at " + change.destination() + ": ";
    return Finding.of(Verdict.WARN, change.rule(), what + change.reason());
  }

  private synchronized RunningJournal begin() {
    if (writing == null) {
      writing = new RunningJournal(owner, since, this);
    }
    return writing;
  }
}
