package dev.stockade.weave;

import net.bytebuddy.jar.asm.ClassVisitor;

/**
 * The mark in every woven class, by which the class that runs can be distinguished from its file.
 *
 * <p>It is a type annotation on a type parameter that no class has. So reflection never shows it,
 * other agents pass it on with what they do not touch, and one that rebuilds the class from its
 * file loses it together with the hooks. Neither the constant pool would do, where the JVM keeps
 * what the versions before had, nor another retransformation, which would only put the hooks back.
 */
public final class WovenMark {
  private static final String GATE = "Ljava/lang/StockadeGate;";
  private static final int LAST_TYPE_PARAMETER = 0xFF << 16;

  /** Target (two bytes), path of length 0, a name that differs from class to class, no values. */
  private static final int LENGTH = 7;

  /** Java 5: before it there were no annotations. */
  private static final int FIRST_MAJOR_VERSION = 49;

  private WovenMark() {}

  static void put(ClassVisitor type) {
    type.visitTypeAnnotation(LAST_TYPE_PARAMETER, null, GATE, true).visitEnd();
  }

  /** Whether the JVM keeps the mark of a class file. */
  public static boolean isKept(byte[] classFile) {
    return (classFile[7] & 0xFF) >= FIRST_MAJOR_VERSION;
  }

  /**
   * Whether the mark is there.
   *
   * @param annotations the type annotations of a class as they are in class files; null for none
   */
  public static boolean isIn(byte[] annotations) {
    if (annotations == null) {
      return false;
    }
    for (int at = 2; at + LENGTH <= annotations.length; at++) {
      if (annotations[at] == 0
          && annotations[at + 1] == (byte) 0xFF
          && annotations[at + 2] == 0
          && annotations[at + 5] == 0
          && annotations[at + 6] == 0) {
        return true;
      }
    }
    return false;
  }
}
