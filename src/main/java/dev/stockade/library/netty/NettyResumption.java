package dev.stockade.library.netty;

import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.ModuleOpener;
import java.lang.reflect.Method;

/** Asks OpenSSL whether a handshake resumed a session, which Netty's own classes do not say. */
final class NettyResumption {
  private static final String ENGINE = "handler.ssl.ReferenceCountedOpenSslEngine";
  private static final String NATIVE = "internal.tcnative.SSL";

  private final FieldByName pointer = new FieldByName("ssl");

  /** Kept by the class itself, so that it can be unloaded. */
  private final ClassValue<Method> reused =
      new ClassValue<Method>() {
        @Override
        protected Method computeValue(Class<?> engine) {
          return isSessionReused(engine);
        }
      };

  /**
   * Must be asked on the thread that makes the handshake: it holds the engine's monitor, so that
   * nobody frees what the pointer is for.
   *
   * @return null where it is not known
   */
  Boolean of(Object engine) {
    try {
      return asked(engine);
    } catch (Exception | LinkageError e) {
      return null;
    }
  }

  private Boolean asked(Object engine) throws ReflectiveOperationException {
    Method method = reused.get(engine.getClass());
    Object ssl = method == null ? null : pointer.ifPresent(engine);
    boolean alive = ssl instanceof Long && (Long) ssl != 0 && Thread.holdsLock(engine);
    return alive ? (Boolean) method.invoke(null, ssl) : null;
  }

  private static Method isSessionReused(Class<?> engine) {
    for (Class<?> at = engine; at != null; at = at.getSuperclass()) {
      if (at.getName().endsWith(ENGINE)) {
        return inNative(at);
      }
    }
    return null;
  }

  private static Method inNative(Class<?> engine) {
    String prefix = engine.getName().substring(0, engine.getName().length() - ENGINE.length());
    try {
      Method method =
          Class.forName(prefix + NATIVE, false, engine.getClassLoader())
              .getDeclaredMethod("isSessionReused", long.class);
      ModuleOpener.to(method);
      return method;
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
