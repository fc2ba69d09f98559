package dev.stockade.engine.hooks;

import dev.stockade.weave.HookTable;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * The classes that were woven and are loaded. Keeps none of them alive; made when the first one is
 * woven.
 */
final class WovenClasses {
  /** A class that is being loaded is not there yet when the first of them looks. */
  private static final int LOOKS = 2;

  private final HookTable table;
  private final Set<Class<?>> loaded =
      Collections.newSetFromMap(new WeakHashMap<Class<?>, Boolean>());

  /** What was woven before it was a class. */
  private final Set<String> loading = new HashSet<String>();

  private int looksLeft;

  WovenClasses(HookTable table) {
    this.table = table;
  }

  /**
   * A class was woven.
   *
   * @param redefined null when it is about to be loaded
   */
  synchronized void add(ClassLoader loader, String className, Class<?> redefined) {
    if (redefined != null) {
      loaded.add(redefined);
    } else {
      loading.add(key(loader, className.replace('/', '.')));
      looksLeft = LOOKS;
    }
  }

  /** Goes through all classes of the JVM only when some were woven since the last time. */
  synchronized List<Class<?>> loaded(Instrumentation instrumentation) {
    if (looksLeft > 0) {
      for (Class<?> type : instrumentation.getAllLoadedClasses()) {
        if (table.isIn(type) && loading.remove(key(type.getClassLoader(), type.getName()))) {
          loaded.add(type);
        }
      }
      if (--looksLeft == 0) {
        loading.clear();
      }
    }
    return new ArrayList<Class<?>>(loaded);
  }

  /** A loader's own {@code equals} would be the program's code. */
  private static String key(ClassLoader loader, String className) {
    return className + '@' + System.identityHashCode(loader);
  }
}
