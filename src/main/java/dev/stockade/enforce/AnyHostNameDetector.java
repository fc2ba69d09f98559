package dev.stockade.enforce;

import dev.stockade.weave.reflect.NoOpMethods;

/**
 * Recognizes a host name verifier that accepts any name: one that is known for it, or whose answer
 * is true in any case. Its code is read, never called.
 */
final class AnyHostNameDetector {
  private static final String VERIFY = "(Ljava/lang/String;Ljavax/net/ssl/SSLSession;)Z";

  /** Overrides what its superclass calls, so the structure does not show it. */
  private static final String ALLOW_ALL = "http.conn.ssl.AllowAllHostnameVerifier";

  /** Kept by the class itself, so that it can be unloaded. */
  private final ClassValue<Boolean> idle =
      new ClassValue<Boolean>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return type.getClassLoader() != null
              && (type.getName().endsWith(ALLOW_ALL)
                  || NoOpMethods.isAlwaysTrue(type, "verify", VERIFY));
        }
      };

  /** The class that accepts any name; null where it is not certain that it does. */
  Class<?> absentIn(Object verifier) {
    return verifier != null && idle.get(verifier.getClass()) ? verifier.getClass() : null;
  }
}
