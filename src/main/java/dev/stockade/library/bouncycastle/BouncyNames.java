package dev.stockade.library.bouncycastle;

import dev.stockade.weave.reflect.MethodByName;
import dev.stockade.weave.reflect.ModuleOpener;
import java.lang.reflect.Array;
import java.lang.reflect.Method;

/**
 * Bouncy Castle's versions and numbers of cipher suites by the names of JSSE. The suites' names are
 * those of its own table, so that a suite that it learns is known here too.
 */
final class BouncyNames {
  private static final String TABLE = "ProvSSLContextSpi";

  private final MethodByName getName = new MethodByName("getName");

  /** Kept by the class itself, so that it can be unloaded. */
  private final ClassValue<Method> tables =
      new ClassValue<Method>() {
        @Override
        protected Method computeValue(Class<?> peer) {
          return tableBeside(peer);
        }
      };

  /**
   * @param versions an array of {@code org.bouncycastle.tls.ProtocolVersion}
   */
  String[] protocols(Object versions) throws Exception {
    String[] names = new String[Array.getLength(versions)];
    for (int i = 0; i < names.length; i++) {
      names[i] = jsseName((String) getName.on(Array.get(versions, i)));
    }
    return names;
  }

  /** From {@code TLS 1.2}. JSSE leaves a zero out for TLS alone. */
  private static String jsseName(String name) {
    if (name.equals("TLS 1.0")) {
      return "TLSv1";
    }
    return name.equals("SSL 3.0") ? "SSLv3" : name.replace(" ", "v");
  }

  /**
   * @param peer a class of Bouncy Castle's provider
   */
  String[] suites(Class<?> peer, int[] numbers) throws ReflectiveOperationException {
    Method table = tables.get(peer);
    String[] names = new String[numbers.length];
    for (int i = 0; i < names.length; i++) {
      String name = (String) table.invoke(null, numbers[i]);
      names[i] = name == null ? "0x" + Integer.toHexString(numbers[i]) : name;
    }
    return names;
  }

  private static Method tableBeside(Class<?> peer) {
    String name = peer.getName();
    try {
      Class<?> holder =
          Class.forName(
              name.substring(0, name.lastIndexOf('.') + 1) + TABLE, false, peer.getClassLoader());
      Method method = holder.getDeclaredMethod("getCipherSuiteName", int.class);
      ModuleOpener.to(method);
      return method;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
