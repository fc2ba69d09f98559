package dev.stockade.engine.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.stockade.engine.health.InternalErrors;
import dev.stockade.gate.StockadeGate;
import dev.stockade.weave.BlockException;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;
import dev.stockade.weave.Skip;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.nio.channels.ClosedByInterruptException;
import java.util.function.BiFunction;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardTest {
  private static final Hook HOOK = Hook.enter("a/B", "c", null);

  private final InternalErrors errors = new InternalErrors();

  @AfterEach
  void leave() {
    StockadeGate.targets = null;
  }

  @Test
  void whatGoesWrongInsideNeverReachesTheHost() {
    Guard guard =
        guard(
            (value, loads) -> {
              throw new StackOverflowError();
            });

    assertThat(guard.apply("value", null)).isEqualTo("value");
    assertThat(errors.ofTheHost()).isEqualTo(1);
    assertThat(errors.internalErrors()).isZero();
  }

  @Test
  void aHookThatFailsThreeTimesWithinAMinuteIsOff() {
    int[] calls = {0};
    Guard guard =
        guard(
            (value, loads) -> {
              calls[0]++;
              throw new IllegalStateException("broken");
            });

    for (int i = 0; i < 10; i++) {
      assertThat(guard.apply("value", null)).isEqualTo("value");
    }

    assertThat(calls[0]).isEqualTo(Guard.MAX_ERRORS);
    assertThat(guard.isOff()).isTrue();
  }

  @Test
  void errorsOfTheHostDoNotSwitchAHookOff() {
    Throwable[] hosts = {
      new StackOverflowError(),
      new OutOfMemoryError("Java heap space"),
      new InternalError("a fault occurred in a recent unsafe memory access operation"),
      new NoClassDefFoundError("com/acme/Missing"),
      new InvocationTargetException(new StackOverflowError()),
      new ClosedByInterruptException(),
      new InterruptedException(),
    };
    int[] calls = {0};
    Guard guard = guard((value, loads) -> sneaky(hosts[calls[0]++ % hosts.length]));

    for (int i = 0; i < Guard.MAX_HOST_ERRORS - 1; i++) {
      assertThat(guard.apply("value", null)).isEqualTo("value");
    }

    assertThat(Thread.interrupted()).isTrue();
    assertThat(guard.isOff()).isFalse();
    assertThat(errors.internalErrors()).isZero();
    guard.apply("value", null);
    assertThat(guard.isOff()).isTrue();
  }

  @Test
  void aHookThatWasSwitchedOffIsTriedAgain() {
    boolean[] broken = {true};
    Guard guard =
        guard(
            (value, loads) -> {
              if (broken[0]) {
                throw new IllegalStateException("broken");
              }
              return "other";
            });
    for (int i = 0; i < Guard.MAX_ERRORS; i++) {
      guard.apply("value", null);
    }
    broken[0] = false;
    assertThat(guard.apply("value", null)).isEqualTo("value");

    guard.restNanos = 0;

    assertThat(guard.apply("value", null)).isEqualTo("other");
    assertThat(guard.isOff()).isFalse();
  }

  @Test
  void aThreadIsStillWatchedAfterItsStackWasFull() {
    Guard guard = guard((value, loads) -> deep(value));
    assertThatCode(() -> fill(guard)).doesNotThrowAnyException();
    Guard sound = guard((value, loads) -> "other");

    assertThat(sound.apply("value", null)).isEqualTo("other");
    assertThat(guard.isOff()).isFalse();
  }

  /** Reaches the hook at the very end of the stack, as the host goes on where it can. */
  @SuppressWarnings("InfiniteRecursion") // that is what fills a stack
  private static int fill(Guard guard) {
    try {
      return 1 + fill(guard);
    } catch (StackOverflowError e) {
      guard.apply("value", null);
      return 0;
    }
  }

  private static Object deep(Object value) {
    return "x" + String.format("%s %d", value, 17);
  }

  private static Object sneaky(Throwable thrown) throws Exception {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (Exception) thrown;
  }

  @Test
  void theDeliberateBlockPassesAsItsNaturalExceptionWithoutOurFrames() {
    install(
        guard(
            (value, loads) -> {
              throw new BlockException(new SSLHandshakeException("stockade: blocked"));
            }));

    assertThatThrownBy(() -> StockadeGate.call(null, 0, null))
        .isExactlyInstanceOf(SSLHandshakeException.class)
        .satisfies(
            thrown ->
                assertThat(thrown.getStackTrace()[0].getClassName())
                    .isEqualTo(GuardTest.class.getName()));
    assertThat(errors.internalErrors()).isZero();
  }

  @Test
  void whatAHookDoesTriggersNoHook() {
    Guard[] self = new Guard[1];
    int[] calls = {0};
    self[0] =
        guard(
            (value, loads) -> {
              calls[0]++;
              return self[0].apply("inner", null);
            });

    assertThat(self[0].apply("outer", null)).isEqualTo("inner");
    assertThat(calls[0]).isEqualTo(1);
  }

  @Test
  void whatTheHostDoesWhenToldOfASkippedMethodIsHookedAgain() {
    Guard[] self = new Guard[1];
    int[] calls = {0};
    Skip tryingAgain = () -> self[0].apply(null, null);
    self[0] =
        guard(
            Hook.skip("a/B", "c", null, 0), (value, loads) -> calls[0]++ == 0 ? tryingAgain : null);

    assertThat(self[0].apply(null, null)).isSameAs(tryingAgain);
    assertThat(calls[0]).isEqualTo(2);
    assertThat(errors.internalErrors()).isZero();
  }

  @Test
  void withoutAnEngineTheGateGivesBackWhatItGets() {
    assertThat(StockadeGate.call("value", 0, null)).isEqualTo("value");
    install(guard((value, loads) -> "other"));
    assertThat(StockadeGate.call("value", 0, null)).isEqualTo("other");
    assertThat(StockadeGate.call("value", 7, null)).isEqualTo("value");
  }

  @Test
  void theCompliantPathAllocatesNothing() {
    install(guard((value, loads) -> value));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    for (int i = 0; i < 20_000; i++) {
      StockadeGate.call("value", 0, null);
    }

    long before = threads.getThreadAllocatedBytes(thread);
    for (int i = 0; i < 10_000; i++) {
      StockadeGate.call("value", 0, null);
    }
    long allocated = threads.getThreadAllocatedBytes(thread) - before;

    // The measuring itself may allocate; ten thousand calls may not.
    assertThat(allocated).isLessThan(10_000);
  }

  private interface Body {
    Object reached(Object value, Object[] loads) throws Exception;
  }

  private Guard guard(Body body) {
    return guard(HOOK, body);
  }

  private Guard guard(Hook hook, Body body) {
    HookRows rows = new HookRows(null);
    rows.add(
        new HookSource() {
          @Override
          public void addTo(HookRows to) {
            to.add(0, 0, hook);
          }

          @Override
          public HookHandler handler(int number) {
            return (id, value, loads) -> body.reached(value, loads);
          }
        });
    return new Guard(rows, 0, hook, new ThreadLocal<>(), errors);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static void install(Guard guard) {
    StockadeGate.targets = new BiFunction[] {guard};
  }
}
