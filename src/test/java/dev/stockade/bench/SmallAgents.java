package dev.stockade.bench;

import java.io.IOException;
import java.nio.file.Path;

/** Agents that do nothing of use: they show which part of a start no agent can save. */
final class SmallAgents {
  private static final String FLOOR =
      """
      import java.lang.instrument.*;
      import java.security.ProtectionDomain;
      import java.util.*;

      public class %1$s implements ClassFileTransformer {
        public static void premain(String argument, Instrumentation instrumentation) {
          if (!System.getProperty("java.specification.version").startsWith("1.")) {
            Core.open(instrumentation);
          }
          instrumentation.addTransformer(new %1$s(), true);
          instrumentation.getAllLoadedClasses();
          %2$s
        }

        @Override
        public byte[] transform(
            ClassLoader loader, String name, Class<?> old, ProtectionDomain domain, byte[] file) {
          return null;
        }

        static final class Core {
          static void open(Instrumentation instrumentation) {
            Set<Module> own = new HashSet<>();
            own.add(Core.class.getModule());
            Map<String, Set<Module>> opens = new HashMap<>();
            opens.put("java.lang", own);
            instrumentation.redefineModule(
                Object.class.getModule(),
                Collections.<Module>emptySet(),
                Collections.<String, Set<Module>>emptyMap(),
                opens,
                Collections.<Class<?>>emptySet(),
                Collections.<Class<?>, List<Class<?>>>emptyMap());
          }
        }
      }
      """;

  private SmallAgents() {}

  /** What the JVM's own support for agents costs. */
  static Path empty(Path folder) throws IOException {
    return AgentJar.make(
        folder,
        "EmptyAgent",
        "public class EmptyAgent { public static void premain(String argument) {} }");
  }

  /**
   * What an agent of our kind cannot do without: {@code java.lang} opened to it where there are
   * modules, a transformer, a look at the classes that are there. No lambda: each spins classes.
   */
  static Path floor(Path folder) throws IOException {
    return AgentJar.make(folder, "FloorAgent", floorSource("FloorAgent", ""));
  }

  /**
   * The source of such an agent.
   *
   * @param more what its {@code premain} does besides
   */
  static String floorSource(String name, String more) {
    return FLOOR.formatted(name, more);
  }
}
