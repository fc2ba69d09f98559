package dev.stockade.enforce;

import dev.stockade.journal.Journal;
import dev.stockade.journal.Samples;
import dev.stockade.journal.TestOwner;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.policy.aws.AwsFacts;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/**
 * What an application's thread pays for the decision and the record of a compliant request, whose
 * facts are those of the request before. The writer collects meanwhile.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RequestRecordBench {
  private final AwsFacts facts = Samples.aws("dynamodb").build();
  private final AwsFacts equal = Samples.aws("dynamodb").build();
  private Journal journal;
  private RequestDecisions decisions;

  @Setup
  public void open() {
    journal = new Journal(new TestOwner(Samples.settings(null)));
    ActivePolicy activePolicy = new ActivePolicy("audit", "aws-outposts", 100, "orders", null);
    decisions = new RequestDecisions(activePolicy, journal);
    decisions.request(facts, System.currentTimeMillis());
  }

  /** What of the others is the look at the clock, which the verifier needs anyway. */
  @Benchmark
  public long clock() {
    return System.currentTimeMillis();
  }

  @Benchmark
  public JudgedRequest counted() {
    return decisions.request(equal, System.currentTimeMillis());
  }

  @Benchmark
  @Threads(8)
  public JudgedRequest countedByEightThreads() {
    return decisions.request(equal, System.currentTimeMillis());
  }

  @TearDown
  public void close() {
    journal.close();
    if (journal.dropped() > 0) {
      throw new IllegalStateException("the ring was full");
    }
  }
}
