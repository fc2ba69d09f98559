package dev.stockade.enforce;

import dev.stockade.weave.HookSource;
import dev.stockade.weave.reflect.FieldByName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the libraries' own trust managers are called, by the ends: there are relocated copies. */
final class LibraryTrust {
  private final List<String> acceptingAll = new ArrayList<String>();
  private final List<String> strategies = new ArrayList<String>();

  /** The field that holds a wrapper's delegate, by the wrapper's name. */
  private final Map<String, FieldByName> wrapped = new LinkedHashMap<String, FieldByName>();

  LibraryTrust(Iterable<HookSource> libraries) {
    for (HookSource library : libraries) {
      Collections.addAll(acceptingAll, library.trustAllManagers());
      Collections.addAll(strategies, library.trustStrategies());
      for (String[] wrapper : library.trustWrappers()) {
        wrapped.put(wrapper[0], new FieldByName(wrapper[1]));
      }
    }
  }

  /** Whether a class of that name accepts any certificate. */
  boolean acceptsAll(String name) {
    return hasEnd(name, acceptingAll);
  }

  /** Whether a class of that name asks a strategy. */
  boolean asksStrategy(String name) {
    return hasEnd(name, strategies);
  }

  private static boolean hasEnd(String name, List<String> ends) {
    for (String end : ends) {
      if (name.endsWith(end)) {
        return true;
      }
    }
    return false;
  }

  /** What a wrapper delegates to, perhaps null; what is none as it is. */
  Object behind(Object asked) throws ReflectiveOperationException {
    String name = asked.getClass().getName();
    for (Map.Entry<String, FieldByName> wrapper : wrapped.entrySet()) {
      if (name.endsWith(wrapper.getKey())) {
        return wrapper.getValue().ifPresent(asked);
      }
    }
    return asked;
  }
}
