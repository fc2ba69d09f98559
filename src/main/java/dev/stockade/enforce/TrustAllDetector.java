package dev.stockade.enforce;

import dev.stockade.weave.HookSource;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.NoOpMethods;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Recognizes a trust manager that accepts any certificate: one that is known for it, or whose
 * checks are empty methods. Its code is read, never called. One that pins, delegates, asks or
 * remembers does something, and is none; nor is one whose code cannot be read.
 */
final class TrustAllDetector {
  private static final String CHAIN = "([Ljava/security/cert/X509Certificate;Ljava/lang/String;";

  private static final int MAX_WRAPPERS = 4;

  private final Iterable<HookSource> libraries;

  /** Made for the first trust manager that is not the JDK's. */
  private volatile LibraryTrust names;

  private final FieldByName strategy = new FieldByName("trustStrategy");

  /** Kept by the class itself, so that it can be unloaded. */
  private final ClassValue<Boolean> idle =
      new ClassValue<Boolean>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return names().acceptsAll(type.getName()) || hasEmptyChecks(type);
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
    this.libraries = libraries;
  }

  private LibraryTrust names() {
    LibraryTrust known = names;
    if (known == null) {
      known = new LibraryTrust(libraries);
      names = known;
    }
    return known;
  }

  /** The class that accepts any certificate; null where it is not certain that one does. */
  Class<?> absentIn(Object trustManager) throws ReflectiveOperationException {
    Object asked = trustManager;
    for (int depth = 0; depth < MAX_WRAPPERS && asked != null && !isDefault(asked); depth++) {
      Object next = names().behind(asked);
      if (next == asked) {
        return accepting(asked);
      }
      asked = next;
    }
    return null;
  }

  /** The JDK's own, by far the most frequent: the libraries' names are not needed for it. */
  private static boolean isDefault(Object trustManager) {
    return isOfJdk(trustManager.getClass())
        && trustManager.getClass().getName().equals("sun.security.ssl.X509TrustManagerImpl");
  }

  private static boolean isOfJdk(Class<?> type) {
    return type.getClassLoader() == null;
  }

  private Class<?> accepting(Object asked) throws ReflectiveOperationException {
    Class<?> type = asked.getClass();
    if (isOfJdk(type)) {
      return null;
    }
    if (names().asksStrategy(type.getName())) {
      Object judge = strategy.ifPresent(asked);
      return judge != null && alwaysTrusts.get(judge.getClass()) ? judge.getClass() : null;
    }
    return idle.get(type) ? type : null;
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
