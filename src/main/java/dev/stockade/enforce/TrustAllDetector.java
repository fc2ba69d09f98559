package dev.stockade.enforce;

import dev.stockade.weave.HookSource;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.NoOpMethods;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Recognizes a trust manager that accepts any certificate: one that is known for it, or whose
 * checks are empty methods. Its code is read, never called. One that pins, delegates, asks or
 * remembers does something, and is none; nor is one whose code cannot be read.
 */
final class TrustAllDetector {
  private static final String CHAIN = "([Ljava/security/cert/X509Certificate;Ljava/lang/String;";

  private static final int MAX_WRAPPERS = 4;

  /** By the ends of the names: there are relocated copies. */
  private final List<String> known = new ArrayList<String>();

  private final List<String> strategies = new ArrayList<String>();

  /** The field that holds a wrapper's delegate, by the end of the wrapper's name. */
  private final Map<String, FieldByName> wrapped = new LinkedHashMap<String, FieldByName>();

  private final FieldByName strategy = new FieldByName("trustStrategy");

  /** Kept by the class itself, so that it can be unloaded. */
  private final ClassValue<Boolean> idle =
      new ClassValue<Boolean>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return isKnown(type.getName()) || hasEmptyChecks(type);
        }
      };

  private final ClassValue<Boolean> alwaysTrusts =
      new ClassValue<Boolean>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return NoOpMethods.isAlwaysTrue(type, "isTrusted", CHAIN + ")Z");
        }
      };

  TrustAllDetector(Iterable<HookSource> libraries) {
    for (HookSource library : libraries) {
      Collections.addAll(known, library.trustAllManagers());
      Collections.addAll(strategies, library.trustStrategies());
      for (String[] wrapper : library.trustWrappers()) {
        wrapped.put(wrapper[0], new FieldByName(wrapper[1]));
      }
    }
  }

  /** The class that accepts any certificate; null where it is not certain that one does. */
  Class<?> absentIn(Object trustManager) throws ReflectiveOperationException {
    Object asked = trustManager;
    for (int depth = 0; depth < MAX_WRAPPERS && asked != null; depth++) {
      Object next = behind(asked);
      if (next == asked) {
        return accepting(asked);
      }
      asked = next;
    }
    return null;
  }

  private Object behind(Object asked) throws ReflectiveOperationException {
    String name = asked.getClass().getName();
    for (Map.Entry<String, FieldByName> wrapper : wrapped.entrySet()) {
      if (name.endsWith(wrapper.getKey())) {
        return wrapper.getValue().ifPresent(asked);
      }
    }
    return asked;
  }

  private Class<?> accepting(Object asked) throws ReflectiveOperationException {
    Class<?> type = asked.getClass();
    if (type.getClassLoader() == null) {
      // The JDK's own, by far the most frequent.
      return null;
    }
    for (String end : strategies) {
      if (type.getName().endsWith(end)) {
        Object judge = strategy.ifPresent(asked);
        return judge != null && alwaysTrusts.get(judge.getClass()) ? judge.getClass() : null;
      }
    }
    return idle.get(type) ? type : null;
  }

  private boolean isKnown(String name) {
    for (String end : known) {
      if (name.endsWith(end)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasEmptyChecks(Class<?> type) {
    return isEmpty(type, ")V")
        && (!X509ExtendedTrustManager.class.isAssignableFrom(type)
            || (isEmpty(type, "Ljava/net/Socket;)V")
                && isEmpty(type, "Ljavax/net/ssl/SSLEngine;)V")));
  }

  private static boolean isEmpty(Class<?> type, String end) {
    return NoOpMethods.doesNothing(type, "checkServerTrusted", CHAIN + end);
  }
}
