package dev.stockade.journal;

import java.util.concurrent.CountDownLatch;

/** The loop of the writer thread: empties the ring until it is closed, and survives everything. */
final class JournalWriter implements Runnable {
  private static final long TICK_MILLIS = 1_000;
  private static final long IDLE_MILLIS = 60_000;

  /**
   * Waking this thread for each event would cost a busy program more than all else of ours: a
   * quarter of its requests to AWS a second. The ring holds far more than comes in that time.
   */
  private static final long GATHER_MILLIS = 50;

  private final JournalSettings settings;
  private final Ring ring;
  private final Tally tally;
  private final CountDownLatch finished;

  JournalWriter(JournalSettings settings, Ring ring, Tally tally, CountDownLatch finished) {
    this.settings = settings;
    this.ring = ring;
    this.tally = tally;
    this.finished = finished;
  }

  @Override
  public void run() {
    try {
      Recorder recorder = new Recorder(settings, tally, new Clock());
      while (!ring.isClosed()) {
        take(recorder, recorder.isIdle() ? IDLE_MILLIS : TICK_MILLIS);
        if (ring.isEmpty()) {
          ring.gather(GATHER_MILLIS);
        }
      }
      while (!ring.isEmpty()) {
        take(recorder, 0);
      }
      recorder.finish();
    } catch (Throwable e) {
      tally.failures.incrementAndGet();
    } finally {
      finished.countDown();
    }
  }

  private void take(Recorder recorder, long millis) {
    Event event = ring.poll(millis);
    try {
      if (event == null) {
        recorder.tick();
      } else {
        recorder.take(event);
      }
    } catch (Throwable e) {
      tally.failures.incrementAndGet();
      if (event != null) {
        tally.unwritable.incrementAndGet();
      }
    }
  }
}
