package dev.stockade.engine.hooks;

import java.lang.instrument.Instrumentation;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import jdk.internal.misc.Unsafe;
import jdk.internal.vm.VMSupport;

/**
 * Does what needs the module system: opens packages of java.base to the engine's loader alone, and
 * defines a class in {@code java.lang}.
 *
 * <p>Java 8 bytecode, but compiled against the API of Java 9, so that a start on a newer JDK makes
 * no reflective calls: there each of them spins classes.
 */
public final class JavaBase {
  private JavaBase() {}

  static void open(Instrumentation instrumentation, String... packages) {
    Set<String> all = Object.class.getModule().getDescriptor().packages();
    // Sets of one kind only: each other one is a class more at start.
    Set<Module> engine = new HashSet<>();
    engine.add(JavaBase.class.getModule());
    Map<String, Set<Module>> opens = new HashMap<>();
    for (String name : packages) {
      if (all.contains(name)) {
        opens.put(name, engine);
      }
    }
    instrumentation.redefineModule(
        Object.class.getModule(),
        Collections.<Module>emptySet(),
        Collections.<String, Set<Module>>emptyMap(),
        opens,
        Collections.<Class<?>>emptySet(),
        Collections.<Class<?>, java.util.List<Class<?>>>emptyMap());
  }

  /** Needs {@code jdk.internal.vm} opened. */
  public static Properties agentProperties() {
    return VMSupport.getAgentProperties();
  }

  /**
   * Needs {@code jdk.internal.misc} opened. Not by a lookup's {@code defineClass}, which parses the
   * class file first: some twenty classes more at start on JDK 24 and newer.
   */
  static void defineByBootLoader(String name, byte[] classFile) {
    Unsafe.getUnsafe().defineClass(name, classFile, 0, classFile.length, null, null);
  }
}
