package dev.stockade.weave;

import java.lang.instrument.Instrumentation;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Opens packages of named modules to the engine's loader alone. Not to be touched on Java 8. */
final class Packages {
  private Packages() {}

  /** Opens the package of a class, so that its members can be reached by reflection. */
  static void open(Instrumentation instrumentation, Class<?> type) {
    String name = type.getPackageName();
    Module engine = Packages.class.getModule();
    if (name.isEmpty() || !type.getModule().isNamed()) {
      return;
    }
    Map<String, Set<Module>> opens = new HashMap<>();
    opens.put(name, Collections.singleton(engine));
    instrumentation.redefineModule(
        type.getModule(),
        Collections.<Module>emptySet(),
        Collections.<String, Set<Module>>emptyMap(),
        opens,
        Collections.<Class<?>>emptySet(),
        Collections.<Class<?>, java.util.List<Class<?>>>emptyMap());
  }
}
