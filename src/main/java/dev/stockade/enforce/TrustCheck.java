package dev.stockade.enforce;

import dev.stockade.weave.reflect.IdleMethods;
import dev.stockade.weave.reflect.Member;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Whether a trust manager accepts any certificate: one that is known for it, or whose checks are
 * empty methods. Its code is read, never called. One that pins, delegates, asks or remembers does
 * something, and is none; nor is one whose code cannot be read.
 */
final class TrustCheck {
  private static final String CHAIN = "([Ljava/security/cert/X509Certificate;Ljava/lang/String;";

  /** Do nothing but write a line of log. By the end of the name: there are relocated copies. */
  private static final String[] KNOWN = {
    "netty.handler.ssl.util.InsecureTrustManagerFactory$1",
    "awssdk.http.apache.ApacheHttpClient$ApacheConnectionManagerFactory$1",
    "awssdk.http.apache5.Apache5HttpClient$ApacheConnectionManagerFactory$1",
    "awssdk.http.urlconnection.UrlConnectionHttpClient$TrustAllManager",
  };

  /** Pass the question on: the end of the class's name, the field that has whom they ask. */
  private static final String[][] WRAPPERS = {
    {"sun.security.ssl.AbstractTrustManagerWrapper", "tm"},
    {"jsse.provider.ImportX509TrustManager_5", "x509TrustManager"},
    {"jsse.provider.ImportX509TrustManager_7", "x509TrustManager"},
    {"netty.handler.ssl.util.X509TrustManagerWrapper", "delegate"},
    {"netty.handler.ssl.EnhancingX509ExtendedTrustManager", "wrapped"},
    {"netty.handler.ssl.ResumptionController$X509ExtendedWrapTrustManager", "trustManager"},
  };

  /** Apache's, old to new: ask a {@code TrustStrategy}, and only when it says no somebody else. */
  private static final String[] BY_STRATEGY = {"$TrustManagerDelegate", ".TrustManagerDecorator"};

  private static final int MOST_WRAPPERS = 4;

  private final Member[] wrapped = new Member[WRAPPERS.length];
  private final Member strategy = new Member("trustStrategy");

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
          return IdleMethods.isAlwaysTrue(type, "isTrusted", CHAIN + ")Z");
        }
      };

  TrustCheck() {
    for (int i = 0; i < WRAPPERS.length; i++) {
      wrapped[i] = new Member(WRAPPERS[i][1]);
    }
  }

  /** The class that accepts any certificate; null where it is not certain that one does. */
  Class<?> absentIn(Object trustManager) throws ReflectiveOperationException {
    Object asked = trustManager;
    for (int depth = 0; depth < MOST_WRAPPERS && asked != null; depth++) {
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
    for (int i = 0; i < WRAPPERS.length; i++) {
      if (name.endsWith(WRAPPERS[i][0])) {
        return wrapped[i].ifPresent(asked);
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
    for (String end : BY_STRATEGY) {
      if (type.getName().endsWith(end)) {
        Object judge = strategy.ifPresent(asked);
        return judge != null && alwaysTrusts.get(judge.getClass()) ? judge.getClass() : null;
      }
    }
    return idle.get(type) ? type : null;
  }

  private static boolean isKnown(String name) {
    for (String end : KNOWN) {
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
    return IdleMethods.doesNothing(type, "checkServerTrusted", CHAIN + end);
  }
}
