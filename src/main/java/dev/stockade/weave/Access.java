package dev.stockade.weave;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.AccessibleObject;

/** Reaches what other code keeps to itself, also where its module is closed. */
public final class Access {
  private static volatile Instrumentation instrumentation;

  private Access() {}

  /** With what closed packages are opened. */
  static void through(Instrumentation opener) {
    instrumentation = opener;
  }

  /**
   * Makes a field or method accessible. A closed package is opened to the engine's loader alone.
   *
   * @throws RuntimeException when it stays out of reach
   */
  public static <T extends AccessibleObject & java.lang.reflect.Member> void to(T member) {
    try {
      member.setAccessible(true);
    } catch (SecurityException refused) {
      // All that there can be on JDK 8, which has no modules and must not load Packages.
      throw refused;
    } catch (RuntimeException closed) {
      Instrumentation opener = instrumentation;
      if (opener == null) {
        throw closed;
      }
      Packages.open(opener, member.getDeclaringClass());
      member.setAccessible(true);
    }
  }
}
