package dev.stockade.apps;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * One thread of {@link Soak} that makes one kind of call again and again. A call to what is only
 * weak may be refused, which counts as blocked; any other failure counts as failed and stands on
 * stderr.
 */
final class SoakWorker {
  private static final int DIGITS = 3;
  private static final int MAX_REPORTED = 50;

  private final String kind;
  private final long restMillis;
  private final Callable<Void> call;
  private final Thread thread = new Thread(this::run);
  private final Recorder micros = new Recorder(DIGITS);
  private final AtomicLong blocked = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private volatile boolean ended;

  /** A kind whose name begins with {@code weak} is the only one that may be blocked. */
  SoakWorker(String kind, long restMillis, Callable<Void> call) {
    this.kind = kind;
    this.restMillis = restMillis;
    this.call = call;
  }

  void start() {
    thread.setName(kind);
    thread.start();
  }

  void end() throws InterruptedException {
    ended = true;
    thread.join();
  }

  private void run() {
    while (!ended) {
      long begin = System.nanoTime();
      try {
        call.call();
      } catch (Exception e) {
        judge(e);
      }
      micros.recordValue((System.nanoTime() - begin) / 1_000);
      try {
        Thread.sleep(restMillis);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void judge(Exception failure) {
    if (kind.startsWith("weak") && isBlock(failure)) {
      blocked.incrementAndGet();
    } else if (failed.incrementAndGet() <= MAX_REPORTED) {
      System.err.println(kind + " " + Outcome.failed(failure));
    }
  }

  /**
   * An engine may be detached between the offer that it narrowed and the alert that this brings:
   * then nobody is there to put the reason in its place.
   */
  private static boolean isBlock(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      if (message.contains("stockade: blocked ")
          || message.endsWith("Received fatal alert: handshake_failure")) {
        return true;
      }
    }
    return false;
  }

  /** What was measured since the last time. */
  String take() {
    Histogram taken = micros.getIntervalHistogram();
    return String.format(
        "%s=%d,%d,%d,%d,%d,%d",
        kind,
        taken.getTotalCount(),
        blocked.getAndSet(0),
        failed.getAndSet(0),
        taken.getValueAtPercentile(50),
        taken.getValueAtPercentile(99),
        taken.getMaxValue());
  }

  void forgetLatencies() {
    micros.reset();
  }
}
