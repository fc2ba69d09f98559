package dev.stockade.bench;

import dev.stockade.library.HookCalls;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The hooks of a handshake, of the signer and of the wire, from the woven call on, by as many
 * threads as {@code -Dthreads} says. What the processors allow so many threads shows the empty
 * hook: the gate, a guard, a handler that has nothing to do, and as much work as a hook has.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class HooksBench {
  private static final long WORK = 1_000;

  private HookCalls calls;

  /** Which request a thread makes next. */
  @State(Scope.Thread)
  public static class Next {
    private int number = System.identityHashCode(this);
  }

  @Setup
  public void fillGate() throws Exception {
    calls = new HookCalls();
    for (int i = 0; i < 64; i++) {
      calls.sign(i);
    }
  }

  @Benchmark
  public Object empty() {
    Blackhole.consumeCPU(WORK);
    return calls.nothing();
  }

  @Benchmark
  public Object handshake() {
    return calls.handshake();
  }

  @Benchmark
  public Object signer(Next next) {
    return calls.sign(next.number++);
  }

  @Benchmark
  public Object request(Next next) {
    return calls.request(next.number++);
  }

  @Benchmark
  public Object otherRequest() {
    return calls.otherRequest();
  }

  @TearDown
  public void close() {
    calls.close();
    if (calls.internalErrors() > 0) {
      throw new IllegalStateException("a hook failed");
    }
  }
}
