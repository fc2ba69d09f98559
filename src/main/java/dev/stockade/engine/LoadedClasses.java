package dev.stockade.engine;

import dev.stockade.weave.HookTable;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;

/** Retransforms the listed classes that the host has loaded already, one by one. */
final class LoadedClasses {
  private LoadedClasses() {}

  /**
   * One class that refuses must not keep the others from being woven.
   *
   * @return how many classes were retransformed
   */
  static int retransform(Instrumentation instrumentation, HookTable table, StderrLog log) {
    int done = 0;
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      done += table.isIn(type) && retransform(instrumentation, type, log) ? 1 : 0;
    }
    return done;
  }

  /** Whether the JVM let the class be changed; says so where not. */
  static boolean retransform(Instrumentation instrumentation, Class<?> type, StderrLog log) {
    try {
      if (instrumentation.isModifiableClass(type)) {
        instrumentation.retransformClasses(type);
        return true;
      }
    } catch (UnmodifiableClassException e) {
      log.warn(type.getName() + " cannot be woven: the JVM does not let it be changed");
    } catch (Error e) {
      log.warn(type.getName() + " cannot be woven: " + e);
    }
    return false;
  }
}
