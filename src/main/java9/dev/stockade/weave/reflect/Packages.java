package dev.stockade.weave.reflect;

import java.lang.instrument.Instrumentation;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Opens packages of named modules to the engine's loader alone. Not to be touched on Java 8. */
final class Packages {
  private Packages() {}

  /**
   * Whether a member's package says by itself that everybody may reach the member. Asked of the
   * module's descriptor, as JDK 9 to 15 open to everybody what JDK 8 had, and warn.
   */
  static boolean isOpen(Member member) {
    Class<?> type = member.getDeclaringClass();
    ModuleDescriptor module = type.getModule().getDescriptor();
    if (module == null || module.isOpen()) {
      return true;
    }
    boolean isPublic = Modifier.isPublic(type.getModifiers() & member.getModifiers());
    for (ModuleDescriptor.Exports exported : module.exports()) {
      if (isPublic && !exported.isQualified() && exported.source().equals(type.getPackageName())) {
        return true;
      }
    }
    return false;
  }

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
