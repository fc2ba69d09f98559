package dev.stockade.apps;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLSocket;

/** Sets what JSSE's own objects hold, past its checks, where the JDK is open for that. */
final class IntoJsse {
  private IntoJsse() {}

  /** Enables nothing but TLS 1.0. */
  static void weaken(SSLSocket socket) {
    try {
      Object configuration = value(value(socket, "conContext"), "sslConfig");
      Field enabled = field(configuration, "enabledProtocols");
      Class<?> version = Class.forName("sun.security.ssl.ProtocolVersion");
      List<Object> weak = Arrays.asList(value(version, null, "TLS10"));
      enabled.set(configuration, weak);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object value(Object owner, String name) throws ReflectiveOperationException {
    return field(owner, name).get(owner);
  }

  private static Object value(Class<?> type, Object owner, String name)
      throws ReflectiveOperationException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(owner);
  }

  private static Field field(Object owner, String name) throws ReflectiveOperationException {
    Field field = owner.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }
}
