package dev.stockade.journal;

import dev.stockade.base.Clock;
import dev.stockade.policy.rule.Verdict;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The state that the sinks of one journal share, and the ways back to its owner. */
public final class SinkContext {
  private final JournalOwner owner;
  private final JournalSettings settings;
  private final long since;
  private final JournalCounters counters;
  private final Clock clock;
  private final OutputWatch watch = new OutputWatch();
  private volatile WriterTask task;

  SinkContext(JournalOwner owner, long since, JournalCounters counters, Clock clock) {
    this.owner = owner;
    this.settings = owner.settings();
    this.since = since;
    this.counters = counters;
    this.clock = clock;
  }

  public JournalSettings settings() {
    return settings;
  }

  /** When the owner started, in milliseconds since the epoch. */
  public long since() {
    return since;
  }

  public JournalCounters counters() {
    return counters;
  }

  public Clock clock() {
    return clock;
  }

  /** What the writer thread is just writing to. */
  public OutputWatch watch() {
    return watch;
  }

  /** A line for a person, by the writer thread. */
  public void log(Verdict level, String line) {
    OutputWatch.Call before = watch.begin(OutputWatch.STDERR);
    try {
      notice(level, line);
    } finally {
      watch.end(before);
    }
  }

  /** What the journals of this JVM share, see {@link JournalOwner#shared}. */
  public Map<String, Object> shared() {
    try {
      return owner.shared();
    } catch (RuntimeException e) {
      return new ConcurrentHashMap<String, Object>();
    }
  }

  public long internalErrors() {
    try {
      return owner.internalErrors();
    } catch (RuntimeException e) {
      return 0;
    }
  }

  /**
   * A line for a person, by another thread than the writer's; a failing log is no reason to stop
   * writing evidence. Who watches from outside gets it first, as stderr may hang.
   */
  void notice(Verdict level, String line) {
    try {
      WriterTask watcher = task;
      if (watcher != null) {
        watcher.told(line);
      }
      owner.log(level, line);
    } catch (RuntimeException e) {
      // the place to complain is the one that fails
    }
  }

  void employ(WriterTask task) {
    this.task = task;
  }

  JournalOwner owner() {
    return owner;
  }
}
