package dev.stockade.engine.hooks;

import dev.stockade.engine.health.InternalErrors;
import dev.stockade.gate.StockadeGate;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a hook costs before it does anything: the call of woven code, the gate and the guard. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GuardBench {
  private final String value = "what the host uses";
  private final Object context = new Object();

  /** Without an engine the gate does nothing: what stays in the host after a detach. */
  @Param({"true", "false"})
  public boolean engine;

  @Setup
  @SuppressWarnings({"unchecked", "rawtypes"})
  public void fillGate() {
    HookRows rows = new HookRows(null);
    rows.add(new PassingSource());
    BiFunction[] guards = {
      new Guard(rows, 0, rows.hooks().get(0), new ThreadLocal<>(), new InternalErrors())
    };
    StockadeGate.targets = engine ? guards : null;
  }

  /** As woven: the array is made in the host's method. */
  @Benchmark
  public Object passThrough() {
    return StockadeGate.call(value, 0, new Object[] {context});
  }

  private static final class PassingSource implements HookSource {
    @Override
    public void addTo(HookRows rows) {
      rows.add(0, 0, Hook.returned("any/Class", "method", null));
    }

    @Override
    public HookHandler handler(int number) {
      return (id, value, loads) -> value;
    }
  }
}
