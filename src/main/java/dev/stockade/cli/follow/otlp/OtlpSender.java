package dev.stockade.cli.follow.otlp;

import dev.stockade.cli.follow.metric.Metrics;
import dev.stockade.cli.follow.metric.OwnMetric;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends what is in the spool, the oldest first, each until it is taken or refused, and counters
 * from time to time. In a thread of its own: the collector may be away for days.
 */
public final class OtlpSender {
  private static final long FIRST_WAIT = 1_000;
  private static final long LONGEST_WAIT = 30_000;

  private final Collector collector;
  private final Spool spool;
  private final Metrics metrics;
  private final long everyNanos;
  private final Consumer<String> remarks;
  private final Thread thread = new Thread(this::run, "stockade-otlp");

  /** Milliseconds from which the wait before the next try is drawn; 0 when the last went well. */
  private volatile long backoff;

  /** What was said last of each kind of request; null when all is well. */
  private String toldOfLogs;

  private String toldOfMetrics;

  /** Whether the collector takes counters at all. */
  private boolean takesMetrics = true;

  private volatile boolean closed;
  private volatile String failure;

  /**
   * @param every milliseconds between two exports of counters
   * @param remarks take a sentence on what went wrong
   */
  public OtlpSender(
      Collector collector, Spool spool, Metrics metrics, long every, Consumer<String> remarks) {
    this.collector = collector;
    this.spool = spool;
    this.metrics = metrics;
    this.everyNanos = TimeUnit.MILLISECONDS.toNanos(every);
    this.remarks = remarks;
    thread.setDaemon(true);
  }

  public void begin() {
    thread.start();
  }

  /** Why nothing will be taken any more before somebody does something; null when all is well. */
  public String failure() {
    return failure;
  }

  /** Whether the last try went well. */
  public boolean isWell() {
    return backoff == 0;
  }

  /** Ends the thread, and sends the counters once more where the collector is there. */
  public void close() throws InterruptedException, IOException {
    stop();
    thread.join(TimeUnit.SECONDS.toMillis(25));
    if (backoff == 0 && failure == null) {
      sendMetrics();
    }
  }

  /** Ends the thread as soon as it can, and nothing more. */
  public void stop() {
    closed = true;
    thread.interrupt();
  }

  private void run() {
    long due = System.nanoTime() + everyNanos;
    while (!closed && failure == null) {
      try {
        if (System.nanoTime() - due >= 0) {
          due = System.nanoTime() + everyNanos;
          sendMetrics();
        }
        Spool.Batch batch = spool.oldest();
        if (batch == null) {
          spool.await(Math.max(1, TimeUnit.NANOSECONDS.toMillis(due - System.nanoTime())));
        } else {
          Thread.sleep(send(batch));
        }
      } catch (InterruptedException e) {
        // Closed, which is looked at.
      } catch (IOException | RuntimeException e) {
        // Of one that is closed the interrupt may have closed the file.
        failure = closed ? null : "the spool cannot be sent: " + e;
      }
    }
  }

  /** Returns for how long to wait then. */
  private long send(Spool.Batch batch) throws IOException {
    Answer answer = collector.send("logs", Files.readAllBytes(batch.file));
    toldOfLogs = told(toldOfLogs, answer);
    long wait = 0;
    switch (answer.outcome) {
      case TAKEN:
        done(answer.rejected);
        break;
      case REFUSED:
        done(batch.records);
        break;
      case LATER:
        backoff = backoff == 0 ? FIRST_WAIT : Math.min(LONGEST_WAIT, 2 * backoff);
        wait = answer.wait >= 0 ? answer.wait : jittered(backoff);
        break;
      default:
        failure = answer.sentence;
    }
    metrics.set(OwnMetric.UNSENT_BYTES, spool.bytes());
    return wait;
  }

  private void done(long rejected) throws IOException {
    metrics.add(OwnMetric.REJECTED_RECORDS, rejected);
    spool.removeOldest();
    backoff = 0;
  }

  /** So that the clients of a collector that was away do not come back all at once. */
  private static long jittered(long wait) {
    return (long) (wait * (0.5 + ThreadLocalRandom.current().nextDouble()));
  }

  /** What is not taken now is in the next ones too: they are sums. */
  private void sendMetrics() throws IOException {
    if (takesMetrics) {
      String request = metrics.render(new OtlpMetrics(System.currentTimeMillis()));
      Answer answer = collector.send("metrics", Spool.packed(request));
      toldOfMetrics = told(toldOfMetrics, answer);
      takesMetrics = answer.outcome != Answer.Outcome.NEVER;
    }
  }

  /** Says what is new: a collector that is away is asked again and again. */
  private String told(String before, Answer answer) {
    if (answer.sentence != null && !answer.sentence.equals(before)) {
      remarks.accept(answer.sentence);
    } else if (answer.sentence == null && before != null) {
      remarks.accept("the collector takes what it gets again");
    }
    return answer.sentence;
  }
}
