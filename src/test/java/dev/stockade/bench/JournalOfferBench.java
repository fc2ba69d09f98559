package dev.stockade.bench;

import dev.stockade.journal.Event;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.Journal;
import dev.stockade.journal.JournalSettings;
import dev.stockade.journal.TestOwner;
import dev.stockade.policy.Decision;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.tls.TlsFacts;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What an application's thread pays for handing an event to the writer. Each journal gets fewer
 * events than its ring holds: the cheaper way of a full ring, the drop, is not what is measured.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JournalOfferBench {
  private static final int EVENTS = 4_000;

  private final TlsFacts facts =
      new TlsFacts.Builder(Direction.OUT)
          .peer("db.internal", "10.0.0.7", 1433)
          .session("TLSv1.3", "TLS_AES_128_GCM_SHA256", false)
          .build();
  private Journal journal;

  /** The first event makes the writer's thread: that is start-up, not the way of each event. */
  @Setup(Level.Invocation)
  public void open() {
    journal = new Journal(new TestOwner(new JournalSettings("audit").summary(false)));
    journal.offer(event());
  }

  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void offer() {
    for (int i = 0; i < EVENTS; i++) {
      journal.offer(event());
    }
  }

  private Event event() {
    return Event.ofTls(
        EventKind.TLS_HANDSHAKE,
        System.currentTimeMillis(),
        null,
        Decision.of(Action.ALLOWED, Finding.PASS),
        facts,
        null);
  }

  @TearDown(Level.Invocation)
  public void close() {
    journal.close();
    if (journal.dropped() > 0) {
      throw new IllegalStateException("the ring was full");
    }
  }
}
