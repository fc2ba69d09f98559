package dev.stockade.fleet.ship;

import dev.stockade.fleet.storage.StorageFailure;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends segments, the oldest first, each until it is taken. In a thread of its own: the network may
 * be away for days.
 */
final class Sender {
  private static final long FIRST_WAIT = 1_000;
  private static final long LONGEST_WAIT = 60_000;
  private static final long LOOK = 500;

  private final Destination destination;
  private final Spool spool;
  private final Totals totals;
  private final Consumer<String> remarks;
  private final Thread thread = new Thread(this::run, "stockade-ship");

  /** Milliseconds from which the wait before the next try is drawn; 0 when the last went well. */
  private long backoff;

  /** Of the last try; null when it went well. */
  private volatile StorageFailure last;

  private volatile boolean closed;
  private volatile String failure;

  Sender(Destination destination, Spool spool, Totals totals, Consumer<String> remarks) {
    this.destination = destination;
    this.spool = spool;
    this.totals = totals;
    this.remarks = remarks;
    thread.setDaemon(true);
  }

  void begin() {
    thread.start();
  }

  /** Why the destination did not take the last one; null when all is well. */
  StorageFailure last() {
    return last;
  }

  /** Why nothing more can be sent from here; null when all is well. */
  String failure() {
    return failure;
  }

  void close() throws InterruptedException {
    closed = true;
    thread.interrupt();
    thread.join(TimeUnit.SECONDS.toMillis(10));
  }

  private void run() {
    while (!closed && failure == null) {
      try {
        Segment segment = spool.take(LOOK);
        if (segment != null) {
          send(segment);
        }
      } catch (InterruptedException e) {
        // Closed, which is looked at.
      } catch (IOException | RuntimeException e) {
        failure = closed ? null : "the spool cannot be sent: " + e;
      }
    }
  }

  private void send(Segment segment) throws IOException, InterruptedException {
    try {
      Destination.Sent sent = destination.send(segment, totals.refused::addAndGet);
      spool.remove(segment);
      totals.shipped.addAndGet(sent.records());
      totals.sent.addAndGet(sent.calls());
      if (last != null) {
        remarks.accept(destination.name() + ": takes what it gets again");
      }
      last = null;
      backoff = 0;
    } catch (StorageFailure e) {
      if (closed) {
        return;
      }
      if (last == null || !last.getMessage().equals(e.getMessage())) {
        remarks.accept(e.getMessage());
      }
      last = e;
      backoff = backoff == 0 ? FIRST_WAIT : Math.min(LONGEST_WAIT, 2 * backoff);
      Thread.sleep(jittered(e.isPassing() ? backoff : LONGEST_WAIT));
    }
  }

  /** So that a fleet does not come back all at once. */
  private static long jittered(long wait) {
    return (long) (wait * (0.5 + ThreadLocalRandom.current().nextDouble() / 2));
  }
}
