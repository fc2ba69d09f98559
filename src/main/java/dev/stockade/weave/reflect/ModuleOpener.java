package dev.stockade.weave.reflect;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Member;

/** Reaches what other code keeps to itself, also where its module is closed. */
public final class ModuleOpener {
  /** JDK 9 to 15 let everybody in where nothing was opened, and say so on stderr. */
  private static final boolean WARNS =
      System.getProperty("java.specification.version", "").matches("9|1[0-5]");

  private static volatile Instrumentation instrumentation;

  private ModuleOpener() {}

  /** With what closed packages are opened. */
  public static void through(Instrumentation opener) {
    instrumentation = opener;
  }

  /** Whether a member can be made accessible without a word on stderr, and no package opened. */
  static boolean isQuiet(Member member) {
    return !WARNS || Packages.isOpen(member);
  }

  /**
   * Makes a field or method accessible. A closed package is opened to the engine's loader alone.
   *
   * @throws RuntimeException when it stays out of reach
   */
  public static <T extends AccessibleObject & Member> void to(T member) {
    try {
      if (WARNS && instrumentation != null) {
        Packages.open(instrumentation, member.getDeclaringClass());
      }
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
