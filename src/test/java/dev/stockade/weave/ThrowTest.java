package dev.stockade.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.gate.StockadeGate;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Weaves {@link Hook#THROW} into a class as a compiler makes it, which the JVM verifies. */
class ThrowTest {
  private final List<Object> told = new ArrayList<>();

  @AfterEach
  void disarm() {
    StockadeGate.targets = null;
  }

  /** What is woven. */
  public static final class Risky {
    public void run(boolean fails) throws IOException {
      try {
        if (fails) {
          throw new IllegalStateException("inner");
        }
      } catch (IllegalStateException e) {
        throw new IOException("outer", e);
      }
    }

    public void passOn(Runnable call) {
      call.run();
    }

    public synchronized void tidyUp(StringBuilder text) {
      try {
        throw new IllegalArgumentException("once");
      } finally {
        text.append("tidied");
      }
    }
  }

  @Test
  void whatIsThrownCanBeReplacedAndCatchesAreAsBefore() throws Exception {
    Object target = woven("run", thrown -> thrown instanceof IOException ? other() : thrown);

    assertThat(thrownBy(target, "run", boolean.class, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("other");
    assertThat(told)
        .extracting(Object::getClass)
        .containsExactly(IllegalStateException.class, IOException.class);
    assertThat(thrownBy(target, "run", boolean.class, false)).isNull();
  }

  @Test
  void finallyPassesOnWhatTheGateAnswered() throws Exception {
    Object target = woven("tidyUp", thrown -> told.size() == 1 ? other() : thrown);
    StringBuilder text = new StringBuilder();

    Throwable thrown = thrownBy(target, "tidyUp", StringBuilder.class, text);

    assertThat(thrown).hasMessage("other");
    assertThat(told).hasSize(2).last().isSameAs(thrown);
    assertThat(text).hasToString("tidied");
  }

  @Test
  void whatACallThrowsIsNotTold() throws Exception {
    Object target = woven("passOn", thrown -> other());
    Runnable call =
        () -> {
          throw new IllegalStateException("of the call");
        };

    assertThat(thrownBy(target, "passOn", Runnable.class, call)).hasMessage("of the call");
    assertThat(told).isEmpty();
  }

  private static Throwable other() {
    return new IllegalArgumentException("other");
  }

  private static Throwable thrownBy(Object target, String method, Class<?> type, Object argument)
      throws Exception {
    try {
      target.getClass().getMethod(method, type).invoke(target, argument);
      return null;
    } catch (InvocationTargetException e) {
      return e.getCause();
    }
  }

  /** An object of the woven class, whose gate gives this answer to what it is told. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private Object woven(String method, UnaryOperator<Throwable> answer) throws Exception {
    String name = Risky.class.getName();
    HookTable table =
        new HookTable(List.of(Hook.thrown(name.replace('.', '/'), method, null, Hook.THIS)));
    byte[] bytes;
    try (InputStream in = Risky.class.getResourceAsStream("ThrowTest$Risky.class")) {
      bytes = Weaver.weave(in.readAllBytes(), table, new int[] {0}, new BitSet());
    }
    BiFunction[] targets = {
      (BiFunction<Object, Object[], Object>)
          (value, loads) -> {
            told.add(value);
            return answer.apply((Throwable) value);
          }
    };
    StockadeGate.targets = targets;
    ClassLoader loader =
        new ClassLoader(getClass().getClassLoader()) {
          @Override
          protected Class<?> loadClass(String wanted, boolean resolve)
              throws ClassNotFoundException {
            return wanted.equals(name)
                ? defineClass(wanted, bytes, 0, bytes.length)
                : super.loadClass(wanted, resolve);
          }
        };
    return loader.loadClass(name).getConstructor().newInstance();
  }
}
