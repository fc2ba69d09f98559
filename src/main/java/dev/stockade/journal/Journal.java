package dev.stockade.journal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The evidence of one process: takes events from any thread and leaves everything else to one
 * daemon thread, which exists from the first event on. A process without events has no thread, no
 * file and no shutdown hook of ours.
 */
public final class Journal {
  private static final int PATIENCE_SECONDS = 5;

  private final JournalSettings settings;
  private final Tally tally = new Tally();
  private final Ring ring = new Ring(tally);
  private final AtomicBoolean started = new AtomicBoolean();
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile Thread hook;

  public Journal(JournalSettings settings) {
    this.settings = settings;
  }

  /** Never waits, never throws, does no input or output; does nothing after {@link #close()}. */
  public void offer(Event event) {
    if (event == null || ring.isClosed()) {
      return;
    }
    ring.offer(event);
    if (!started.get() && started.compareAndSet(false, true)) {
      start();
    }
  }

  /**
   * Writes what is waiting, the folded counts, the record {@code stopped} and the summary. Waits at
   * most five seconds for that, so that a hanging disk does not keep the JVM from ending.
   */
  public void close() {
    ring.close();
    if (started.compareAndSet(false, true)) {
      finished.countDown();
      return;
    }
    awaitWriter();
    JournalThreads.forgetHook(hook);
  }

  /** Events that were lost, whether the ring was full or the journal could not be written. */
  public long dropped() {
    return tally.dropped();
  }

  /** Records in the journal. */
  public long written() {
    return tally.written.get();
  }

  /** Failed attempts to open or write the journal. */
  public long errors() {
    return tally.failures.get();
  }

  private void start() {
    try {
      JournalThreads.start("stockade-writer", new JournalWriter(settings, ring, tally, finished));
    } catch (Throwable e) {
      // no thread to be had: the ring fills up, what comes then is counted as lost
      tally.failures.incrementAndGet();
      finished.countDown();
      return;
    }
    try {
      hook = JournalThreads.hook("stockade-shutdown", new Closing(this));
    } catch (Throwable e) {
      // already shutting down: the writer writes as long as it is let
    }
  }

  private void awaitWriter() {
    boolean interrupted = false;
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      try {
        boolean inTime = finished.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (!inTime) {
          tally.failures.incrementAndGet();
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

  /** What the shutdown hook does. */
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
}
