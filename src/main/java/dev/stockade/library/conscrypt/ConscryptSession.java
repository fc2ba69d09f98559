package dev.stockade.library.conscrypt;

import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.weave.reflect.Access;
import dev.stockade.weave.reflect.Call;
import dev.stockade.weave.reflect.Member;
import java.lang.reflect.Method;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;

/**
 * What BoringSSL itself says of a handshake that is complete. Conscrypt's {@code SSLSession} does
 * not say it yet where a client may send before the server has finished (RFC 7918).
 */
final class ConscryptSession {
  private final Member lock = new Member("lock");
  private final Member pointer = new Member("ssl");
  private final Call isClosed = new Call("isClosed");
  private final Call getVersion = new Call("getVersion");
  private final Call getCipherSuite = new Call("getCipherSuite");
  private final Call getRequestedServerName = new Call("getRequestedServerName");

  /** Kept by the class itself, so that it can be unloaded. */
  private final ClassValue<Method> reused =
      new ClassValue<Method>() {
        @Override
        protected Method computeValue(Class<?> handshake) {
          return sessionReused(handshake);
        }
      };

  /**
   * Reads under the lock that keeps the memory from being freed.
   *
   * @param handshake a {@code NativeSsl}
   * @return false where it was closed meanwhile
   */
  boolean tell(Object handshake, TlsFacts.Builder facts) throws Exception {
    Lock held = ((ReadWriteLock) lock.of(handshake)).readLock();
    held.lock();
    try {
      if (Boolean.TRUE.equals(isClosed.on(handshake))) {
        return false;
      }
      facts.session(
          (String) getVersion.on(handshake),
          (String) getCipherSuite.on(handshake),
          resumed(handshake));
      if (facts.direction() == Direction.IN) {
        facts.sni((String) getRequestedServerName.on(handshake));
      }
      return true;
    } finally {
      held.unlock();
    }
  }

  private Boolean resumed(Object handshake) throws ReflectiveOperationException {
    Method method = reused.get(handshake.getClass());
    return method == null ? null : (Boolean) method.invoke(null, pointer.of(handshake), handshake);
  }

  private static Method sessionReused(Class<?> handshake) {
    String name = handshake.getName();
    String crypto = name.substring(0, name.lastIndexOf('.') + 1) + "NativeCrypto";
    try {
      Method method =
          Class.forName(crypto, false, handshake.getClassLoader())
              .getDeclaredMethod("SSL_session_reused", long.class, handshake);
      Access.to(method);
      return method;
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
