package dev.stockade.library.jdk;

import dev.stockade.weave.reflect.FieldByName;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * The offer that a handshake of JSSE would make or accept if no engine had taken anything out:
 * asked of JSSE itself, by the methods that are otherwise hooked. Within a hook no hook answers.
 */
final class UnfilteredOffer {
  private final Object handshake;
  private final Object config;
  private final Object constraints;

  UnfilteredOffer(Object handshake) throws ReflectiveOperationException {
    this.handshake = handshake;
    config = new FieldByName("sslConfig").of(handshake);
    constraints = new FieldByName("algorithmConstraints").of(handshake);
  }

  List<?> protocols() throws ReflectiveOperationException {
    return ask("getActiveProtocols", enabled("enabledProtocols"), enabled("enabledCipherSuites"));
  }

  List<?> suites() throws ReflectiveOperationException {
    return ask("getActiveCipherSuites", protocols(), enabled("enabledCipherSuites"));
  }

  private List<?> enabled(String field) throws ReflectiveOperationException {
    return (List<?>) new FieldByName(field).of(config);
  }

  /** JDK 21 and newer take the configuration instead of the lists in it. */
  private List<?> ask(String name, List<?>... lists) throws ReflectiveOperationException {
    Method method = method(name);
    Iterator<List<?>> list = Arrays.asList(lists).iterator();
    Class<?>[] types = method.getParameterTypes();
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      if (types[i] == List.class) {
        arguments[i] = list.next();
      } else {
        arguments[i] = types[i].isInstance(config) ? config : constraints;
      }
    }
    method.setAccessible(true);
    return (List<?>) method.invoke(null, arguments);
  }

  private Method method(String name) throws NoSuchMethodException {
    for (Class<?> at = handshake.getClass(); at != null; at = at.getSuperclass()) {
      for (Method method : at.getDeclaredMethods()) {
        if (method.getName().equals(name)) {
          return method;
        }
      }
    }
    throw new NoSuchMethodException("HandshakeContext." + name);
  }
}
