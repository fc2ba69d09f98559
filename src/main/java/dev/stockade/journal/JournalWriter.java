package dev.stockade.journal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The loop of the writer thread: empties the queue until it is closed, and survives everything. */
final class JournalWriter implements Runnable {
  private static final long TICK_MILLIS = 1_000;
  private static final long IDLE_MILLIS = 60_000;

  /**
   * Waking this thread for each event would cost a busy program more than all else of ours: a
   * quarter of its requests to AWS a second. The queue holds far more than comes in that time.
   */
  private static final long GATHER_MILLIS = 50;

  private final SinkContext context;
  private final EventQueue queue;
  private final JournalCounters counters;
  private final SummaryWish wish;
  private final OpenRepeats repeats;
  private final CountDownLatch finished;
  private final Journal journal;
  private long checkDue = System.nanoTime();
  private PeriodicCheck check;

  JournalWriter(
      SinkContext context,
      EventQueue queue,
      OpenRepeats repeats,
      SummaryWish wish,
      CountDownLatch finished,
      Journal journal) {
    this.context = context;
    this.queue = queue;
    this.repeats = repeats;
    this.counters = context.counters();
    this.wish = wish;
    this.finished = finished;
    this.journal = journal;
  }

  @Override
  public void run() {
    try {
      EventDispatcher recorder = new EventDispatcher(context, repeats);
      check = context.owner().periodicCheck();
      while (!queue.isClosed()) {
        lookIfDue(recorder);
        take(recorder, patience(recorder));
        recorder.collectIfDue();
        wish.fulfil(recorder);
        if (queue.isEmpty()) {
          queue.gather(GATHER_MILLIS);
        }
      }
      while (!queue.isEmpty()) {
        take(recorder, 0);
      }
      recorder.endCounting();
      checkDue = System.nanoTime();
      lookIfDue(recorder);
      recorder.finish();
    } catch (Throwable e) {
      counters.failures().incrementAndGet();
    } finally {
      counters.unwritable().addAndGet(repeats.stop());
      finished.countDown();
      sweep(false);
    }
  }

  private void sweep(boolean again) {
    try {
      journal.sweep(again);
    } catch (Throwable e) {
      counters.failures().incrementAndGet();
    }
  }

  /** Where something is counted, {@link #GATHER_MILLIS} is all that is waited. */
  private long patience(EventDispatcher recorder) {
    boolean counting = recorder.isCounting();
    sweep(counting);
    if (counting) {
      return 0;
    }
    return recorder.isIdle() ? IDLE_MILLIS : TICK_MILLIS;
  }

  private void lookIfDue(EventDispatcher recorder) {
    if (check == null || checkDue - System.nanoTime() > 0) {
      return;
    }
    try {
      check.look(recorder);
    } catch (Throwable e) {
      counters.failures().incrementAndGet();
    }
    checkDue = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(IDLE_MILLIS);
  }

  private void take(EventDispatcher recorder, long millis) {
    Event event = queue.poll(millis);
    try {
      if (event == null) {
        recorder.tick();
      } else {
        recorder.take(event);
      }
    } catch (Throwable e) {
      counters.failures().incrementAndGet();
      if (event != null) {
        counters.unwritable().incrementAndGet();
      }
    }
  }
}
