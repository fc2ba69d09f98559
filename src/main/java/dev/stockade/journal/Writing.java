package dev.stockade.journal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The ring, the writer thread and the shutdown hook of a journal that has seen an event. */
final class Writing {
  private static final int PATIENCE_SECONDS = 5;

  private final JournalSettings settings;
  private final Tally tally = new Tally();
  private final Ring ring = new Ring(tally);
  private final AtomicBoolean started = new AtomicBoolean();
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile Thread hook;

  Writing(JournalSettings settings) {
    this.settings = settings;
  }

  void offer(Event event) {
    if (ring.isClosed()) {
      return;
    }
    ring.offer(event);
    if (!started.get() && started.compareAndSet(false, true)) {
      start();
    }
  }

  void wake() {
    ring.wake();
    if (!started.get() && started.compareAndSet(false, true)) {
      start();
    }
  }

  void close() {
    ring.close();
    if (started.compareAndSet(false, true)) {
      finished.countDown();
      return;
    }
    awaitWriter();
    JournalThreads.forgetHook(hook);
  }

  Tally tally() {
    return tally;
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
    private final Writing writing;

    Closing(Writing writing) {
      this.writing = writing;
    }

    @Override
    public void run() {
      writing.close();
    }
  }
}
