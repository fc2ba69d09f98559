package dev.stockade.journal;

import dev.stockade.base.JournalThreads;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The thread that does the task: there as long as the task has something to do, and another one
 * than the writer, which a dead disk may hold for ever.
 */
final class TaskThread implements Runnable {
  private static final long PATIENCE_MILLIS = 1_000;

  private final WriterTask task;
  private final AtomicLong failures;

  // Guarded by this.
  private boolean runs;
  private boolean woken;
  private boolean closing;
  private boolean closed;

  /**
   * @param failures counts what the task throws
   */
  TaskThread(WriterTask task, AtomicLong failures) {
    this.task = task;
    this.failures = failures;
  }

  /** Has the task called soon; makes the thread where there is none. */
  synchronized void wake() {
    if (closing) {
      return;
    }
    woken = true;
    notifyAll();
    if (!runs) {
      start();
    }
  }

  /** Has it called for the last time, and waits a moment for the end of that. */
  synchronized void close() {
    if (!closing) {
      closing = true;
      notifyAll();
      if (!runs) {
        start();
      }
    }
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    boolean interrupted = false;
    for (long left = PATIENCE_MILLIS; !closed && left > 0; left = millisTo(end)) {
      interrupted |= !await(left);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    boolean last;
    do {
      last = isLast();
    } while (isWantedAfter(runTask(), last));
  }

  private void start() {
    try {
      JournalThreads.start("stockade-control", this);
      runs = true;
    } catch (Throwable e) {
      // no thread to be had now: the next wake tries again
      failures.incrementAndGet();
      closed = closing;
    }
  }

  private synchronized boolean isLast() {
    woken = false;
    return closing;
  }

  private long runTask() {
    try {
      return task.run();
    } catch (Throwable e) {
      failures.incrementAndGet();
      return PATIENCE_MILLIS;
    }
  }

  /** Waits for the next time; false when there is none. */
  private synchronized boolean isWantedAfter(long millis, boolean wasLast) {
    if (wasLast) {
      closed = true;
      runs = false;
      notifyAll();
      return false;
    }
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = millis; !woken && !closing && left > 0; left = millisTo(end)) {
      await(left);
    }
    runs = woken || closing || millis >= 0;
    return runs;
  }

  @SuppressWarnings("WaitNotInLoop") // the caller loops
  private boolean await(long millis) {
    try {
      wait(millis);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private static long millisTo(long end) {
    return TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime() + 999_999);
  }
}
