package dev.stockade.library.conscrypt;

import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.tls.ClientAuth;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;
import dev.stockade.weave.reflect.ModuleOpener;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;

/**
 * Reads BoringSSL's own facts about a handshake that is complete. Conscrypt's {@code SSLSession}
 * does not say it yet where a client may send before the server has finished (RFC 7918).
 */
final class ConscryptSession {
  private final FieldByName lock = new FieldByName("lock");
  private final FieldByName pointer = new FieldByName("ssl");
  private final MethodByName isClosed = new MethodByName("isClosed");
  private final MethodByName getVersion = new MethodByName("getVersion");
  private final MethodByName getCipherSuite = new MethodByName("getCipherSuite");
  private final MethodByName getRequestedServerName = new MethodByName("getRequestedServerName");
  private final MethodByName getApplicationProtocol = new MethodByName("getApplicationProtocol");

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
  boolean tell(Object handshake, TlsFacts.Builder facts, ClientAuth clientAuth) throws Exception {
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
      facts.agreed(alpn(handshake), clientAuth, null);
      if (facts.direction() == Direction.IN) {
        facts.sni((String) getRequestedServerName.on(handshake));
      }
      return true;
    } finally {
      held.unlock();
    }
  }

  private String alpn(Object handshake) throws Exception {
    byte[] agreed = (byte[]) getApplicationProtocol.on(handshake);
    return agreed == null ? "" : new String(agreed, StandardCharsets.US_ASCII);
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
      ModuleOpener.to(method);
      return method;
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
