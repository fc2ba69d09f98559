package dev.stockade.weave.reflect;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What it costs to read a request of a library whose types the engine does not share: by name as
 * the hooks do, by a method handle that is found for each class, and by a call that the compiler
 * sees.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReflectionBench {
  /** As the library's. */
  public static final class Head {
    private final String method;

    Head(String method) {
      this.method = method;
    }

    public String method() {
      return method;
    }
  }

  private final Head typed = new Head("POST");
  private final Object head = typed;
  private final MethodByName byName = new MethodByName("method");
  private final FieldByName byField = new FieldByName("method");

  private final ClassValue<MethodHandle> handles =
      new ClassValue<MethodHandle>() {
        @Override
        protected MethodHandle computeValue(Class<?> type) {
          try {
            return MethodHandles.lookup()
                .findVirtual(type, "method", MethodType.methodType(String.class))
                .asType(MethodType.methodType(Object.class, Object.class));
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
          }
        }
      };

  @Benchmark
  public Object method() throws Exception {
    return byName.on(head);
  }

  @Benchmark
  public Object field() throws ReflectiveOperationException {
    return byField.of(head);
  }

  @Benchmark
  public Object handle() throws Throwable {
    return (Object) handles.get(head.getClass()).invokeExact(head);
  }

  @Benchmark
  public Object direct() {
    return typed.method();
  }
}
