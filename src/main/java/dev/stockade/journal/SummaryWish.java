package dev.stockade.journal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The table as at exit, asked for while the program runs; made by the thread that counts. */
final class SummaryWish {
  private static final int PATIENCE_SECONDS = 5;

  private volatile CountDownLatch wanted;
  private volatile String text;

  /** Null when it takes too long. */
  String await(EventQueue queue) {
    CountDownLatch made = new CountDownLatch(1);
    wanted = made;
    queue.wake();
    try {
      return made.await(PATIENCE_SECONDS, TimeUnit.SECONDS) ? text : null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /** On the writer thread, from time to time. */
  void fulfil(EventDispatcher recorder) {
    CountDownLatch now = wanted;
    if (now != null) {
      text = recorder.table();
      wanted = null;
      now.countDown();
    }
  }
}
