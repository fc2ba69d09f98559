package dev.stockade.journal;

import dev.stockade.base.Clock;
import dev.stockade.base.JournalThreads;
import dev.stockade.base.TerminalText;
import dev.stockade.policy.rule.Verdict;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The queue, the writer thread and the shutdown hook of a journal that has seen an event. */
final class RunningJournal {
  private static final int PATIENCE_SECONDS = 5;

  private static final int STUCK_PATIENCE_SECONDS = 1;

  private final Journal journal;
  private final JournalCounters counters = new JournalCounters();
  private final SinkContext context;
  private final EventQueue queue = new EventQueue(counters);
  private final OpenRepeats repeats = new OpenRepeats();
  private final SummaryWish wish = new SummaryWish();
  private final AtomicBoolean started = new AtomicBoolean();
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile Thread hook;

  /**
   * @param journal is closed when the JVM ends
   */
  RunningJournal(JournalOwner owner, long since, Journal journal) {
    this.context = new SinkContext(owner, since, counters, new Clock());
    this.journal = journal;
  }

  /** False when it is lost. */
  boolean offer(Event event) {
    if (queue.isClosed()) {
      return false;
    }
    boolean taken = queue.offer(event);
    if (!started.get() && started.compareAndSet(false, true)) {
      start();
    }
    tellOfStuck();
    return taken;
  }

  /** See {@link Journal#offerCounted}. */
  Repeats offerCounted(Event event) {
    if (queue.isClosed() || !repeats.reserve()) {
      offer(event);
      return null;
    }
    Event counted = event.counted();
    if (!offer(counted)) {
      repeats.release();
      return null;
    }
    return counted.repeats();
  }

  /** See {@link Journal#again}. */
  boolean again(Repeats seen, long time) {
    boolean counted = !repeats.isStopped() && seen.count(time);
    tellOfStuck();
    return counted;
  }

  /** The writer must run: the summary at its end reports these, whatever comes. */
  void inherit(Map<?, ?> counts) {
    counters.legacy().add(counts);
    Map<?, ?> answers = Legacy.answersIn(counts);
    if (!answers.isEmpty()) {
      counters.answers().add(answers);
    }
    if (!started.get() && started.compareAndSet(false, true)) {
      start();
    }
  }

  /** Null when it takes too long. */
  String summary() {
    if (!started.get()) {
      return "";
    }
    return stuck() == null ? wish.await(queue) : null;
  }

  /** Null when output flows. */
  StuckOutput stuck() {
    OutputWatch.Call call = context.watch().stuck();
    return call == null
        ? null
        : new StuckOutput(call.target, call.since, queue.size(), counters.dropped());
  }

  /** Says so once, by a thread that may hang for it. On stderr there is no way to say so. */
  void tellOfStuck() {
    OutputWatch.Call call = context.watch().stuck();
    if (call == null
        || call.target.equals(OutputWatch.STDERR)
        || !call.told.compareAndSet(false, true)) {
      return;
    }
    try {
      JournalThreads.start("stockade-notice", new Notice(context, stuck()));
    } catch (Throwable e) {
      counters.failures().incrementAndGet();
    }
  }

  void close() {
    queue.close();
    if (started.compareAndSet(false, true)) {
      finished.countDown();
      return;
    }
    awaitWriter();
    JournalThreads.forgetHook(hook);
  }

  JournalCounters counters() {
    return counters;
  }

  void employ(WriterTask task) {
    context.employ(task);
  }

  private void start() {
    try {
      JournalThreads.start(
          "stockade-writer", new JournalWriter(context, queue, repeats, wish, finished, journal));
    } catch (Throwable e) {
      // no thread to be had: the queue fills up, what comes then is counted as lost
      counters.failures().incrementAndGet();
      repeats.stop();
      finished.countDown();
      return;
    }
    try {
      hook = JournalThreads.hook("stockade-shutdown", new Closing(journal));
    } catch (Throwable e) {
      // already shutting down: the writer writes as long as it is let
    }
  }

  private void awaitWriter() {
    boolean interrupted = false;
    int patience = stuck() == null ? PATIENCE_SECONDS : STUCK_PATIENCE_SECONDS;
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(patience);
    while (true) {
      try {
        boolean inTime = finished.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (!inTime) {
          counters.failures().incrementAndGet();
        }
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Closes the journal in the shutdown hook. */
  private static final class Closing implements Runnable {
    private final Journal journal;

    Closing(Journal journal) {
      this.journal = journal;
    }

    @Override
    public void run() {
      journal.close();
    }
  }

  /** Tells that output is stuck. */
  private static final class Notice implements Runnable {
    private final SinkContext context;
    private final StuckOutput stuck;

    Notice(SinkContext context, StuckOutput stuck) {
      this.context = context;
      this.stuck = stuck;
    }

    @Override
    public void run() {
      if (stuck != null) {
        context.notice(Verdict.WARN, TerminalText.text(stuck.sentence()));
      }
    }
  }
}
