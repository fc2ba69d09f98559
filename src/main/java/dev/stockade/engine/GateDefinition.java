package dev.stockade.engine;

import dev.stockade.gate.StockadeGate;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Puts the gate into {@code java.lang}, once in a JVM's life.
 *
 * <p>Not by a jar on the boot class path: that prints a warning about class data sharing and costs
 * most of its gain. Not by a module of its own: then every woven module would need an edge to it.
 */
final class GateDefinition {
  private static final String RESOURCE = "StockadeGate.classdata";

  private GateDefinition() {}

  /**
   * Defines the gate, or finds the one that an earlier engine defined.
   *
   * @throws IllegalStateException when an earlier engine's gate speaks another protocol
   */
  static void install(Instrumentation instrumentation) throws Exception {
    try {
      Class<?> gate = Class.forName("java.lang.StockadeGate", true, null);
      int protocol = gate.getField("PROTOCOL").getInt(null);
      if (protocol != StockadeGate.PROTOCOL) {
        throw new IllegalStateException(
            "this JVM holds the gate of another Stockade (protocol "
                + protocol
                + "): restart it to change the version");
      }
    } catch (ClassNotFoundException e) {
      define(instrumentation, bytes());
    }
  }

  private static void define(Instrumentation instrumentation, byte[] classFile) throws Exception {
    Object javaBase;
    try {
      javaBase = Class.class.getMethod("getModule").invoke(Object.class);
    } catch (NoSuchMethodException e) {
      defineOn8(classFile);
      return;
    }
    open(instrumentation, javaBase, "java.lang");
    Class<?> handles = Class.forName("java.lang.invoke.MethodHandles");
    Class<?> lookup = Class.forName("java.lang.invoke.MethodHandles$Lookup");
    Object here = java.lang.invoke.MethodHandles.lookup();
    Object inObject =
        handles
            .getMethod("privateLookupIn", Class.class, lookup)
            .invoke(null, Object.class, here);
    lookup.getMethod("defineClass", byte[].class).invoke(inObject, (Object) classFile);
  }

  /** Opens a package of a JDK module to the engine's loader alone. Does nothing on JDK 8. */
  static void open(Instrumentation instrumentation, String... packages) throws Exception {
    try {
      open(instrumentation, Class.class.getMethod("getModule").invoke(Object.class), packages);
    } catch (NoSuchMethodException e) {
      // JDK 8 has no modules to open.
    }
  }

  private static void open(Instrumentation instrumentation, Object module, String... packages)
      throws Exception {
    Class<?> moduleClass = Class.forName("java.lang.Module");
    Object us = Class.class.getMethod("getModule").invoke(GateDefinition.class);
    Map<String, Set<Object>> opens = new HashMap<String, Set<Object>>();
    for (String name : packages) {
      opens.put(name, new HashSet<Object>(Collections.singleton(us)));
    }
    Method redefine =
        Instrumentation.class.getMethod(
            "redefineModule",
            moduleClass,
            Set.class,
            Map.class,
            Map.class,
            Set.class,
            Map.class);
    redefine.invoke(
        instrumentation,
        module,
        Collections.emptySet(),
        Collections.emptyMap(),
        opens,
        Collections.emptySet(),
        Collections.emptyMap());
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
    InputStream in =
        GateDefinition.class.getClassLoader().getResourceAsStream("java/lang/" + RESOURCE);
    if (in == null) {
      throw new IOException("java/lang/" + RESOURCE + " is missing in the jar");
    }
    try {
      byte[] bytes = new byte[8192];
      int length = 0;
      for (int read = in.read(bytes); read > 0; read = in.read(bytes, length, bytes.length - length)) {
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
