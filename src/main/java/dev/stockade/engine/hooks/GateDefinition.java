package dev.stockade.engine.hooks;

import dev.stockade.gate.StockadeGate;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.security.ProtectionDomain;

/**
 * Puts the gate into {@code java.lang}, once in a JVM's life.
 *
 * <p>Not by a jar on the boot class path: that prints a warning about class data sharing and costs
 * most of its gain. Not by a module of its own: then every woven module would need an edge to it.
 */
public final class GateDefinition {
  private static final String GATE = "java.lang.StockadeGate";
  private static final String RESOURCE = "java/lang/StockadeGate.classdata";

  private static final boolean HAS_MODULES = isThere("java.lang.Module");

  private GateDefinition() {}

  /**
   * Defines the gate, or finds the one that an earlier engine defined; opens to the engine what its
   * hooks read.
   *
   * @throws IllegalStateException when an earlier engine's gate speaks another protocol
   */
  public static void install(Instrumentation instrumentation) throws Exception {
    open(instrumentation);
    Integer protocol = protocolOfPresentGate();
    if (protocol == null) {
      byte[] classFile = bytes();
      if (hasModules()) {
        JavaBase.defineByBootLoader(GATE.replace('.', '/'), classFile);
      } else {
        defineOn8(classFile);
      }
    } else if (protocol != StockadeGate.PROTOCOL) {
      throw new IllegalStateException(
          "this JVM holds the gate of another Stockade (protocol "
              + protocol
              + "): restart it to change the version");
    }
  }

  /** Opens to the engine what it reads. */
  public static void open(Instrumentation instrumentation) {
    if (hasModules()) {
      JavaBase.open(
          instrumentation,
          "java.lang",
          "jdk.internal.misc",
          "jdk.internal.vm",
          "sun.security.ssl",
          "sun.net",
          "sun.net.www",
          "sun.net.www.http",
          "sun.net.www.protocol.https");
    }
  }

  /** Whether this is JDK 9 or newer, which a program cannot make us believe by its properties. */
  public static boolean hasModules() {
    return HAS_MODULES;
  }

  private static boolean isThere(String name) {
    try {
      Class.forName(name, false, null);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Whether an engine was here before. */
  public static boolean isPresent() {
    return isThere(GATE);
  }

  private static Integer protocolOfPresentGate() throws ReflectiveOperationException {
    try {
      return Class.forName(GATE, true, null).getField("PROTOCOL").getInt(null);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  private static void defineOn8(byte[] classFile) throws Exception {
    Class<?> type = Class.forName("sun.misc.Unsafe");
    Field field = type.getDeclaredField("theUnsafe");
    field.setAccessible(true);
    type.getMethod(
            "defineClass",
            String.class,
            byte[].class,
            int.class,
            int.class,
            ClassLoader.class,
            ProtectionDomain.class)
        .invoke(
            field.get(null), "java/lang/StockadeGate", classFile, 0, classFile.length, null, null);
  }

  private static byte[] bytes() throws IOException {
    InputStream in = GateDefinition.class.getClassLoader().getResourceAsStream(RESOURCE);
    if (in == null) {
      throw new IOException(RESOURCE + " is missing in the jar");
    }
    try {
      byte[] bytes = new byte[8192];
      int length = 0;
      for (int read = in.read(bytes);
          read > 0;
          read = in.read(bytes, length, bytes.length - length)) {
        length += read;
      }
      byte[] exact = new byte[length];
      System.arraycopy(bytes, 0, exact, 0, length);
      return exact;
    } finally {
      in.close();
    }
  }
}
