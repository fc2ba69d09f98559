package dev.stockade.library.provider;

import dev.stockade.enforce.WeakTable;
import java.security.Provider;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.net.ssl.SSLSession;

/**
 * Finds the engines and sockets of a provider that nothing else here knows: those in the package
 * and the loader of its {@code SSLContextSpi}. Others, such as an application's own that delegate,
 * are left alone.
 */
final class OtherProviderClasses {
  /** In the names of contexts whose connections have better hooks. */
  private static final String[] KNOWN = {"conscrypt.", "bouncycastle.jsse.provider."};

  private final Consumer<Class<?>> weaver;

  /** Names of providers by the package, for each loader. */
  private final WeakTable<Map<String, String>> providers = new WeakTable<>();

  /** Classes that are woven, with their provider's name. */
  private final WeakTable<String> woven = new WeakTable<>();

  /** While there is none of them, making a connection costs one read. */
  private volatile boolean met;

  OtherProviderClasses(Consumer<Class<?>> weaver) {
    this.weaver = weaver;
  }

  void contextMade(Object spi, Provider provider) {
    ClassLoader loader = spi == null ? null : spi.getClass().getClassLoader();
    if (loader == null || provider == null || isKnown(spi.getClass().getName())) {
      return;
    }
    synchronized (providers) {
      Map<String, String> names = providers.get(loader);
      if (names == null) {
        names = new ConcurrentHashMap<String, String>();
        providers.put(loader, names);
      }
      names.put(packageOf(spi.getClass()), provider.getName());
    }
    met = true;
  }

  private static boolean isKnown(String context) {
    for (String part : KNOWN) {
      if (context.contains(part)) {
        return true;
      }
    }
    return false;
  }

  /** Weaves the class of an engine or socket, with what it inherits, when the first one is made. */
  void connectionMade(Class<?> type) {
    if (!met || woven.get(type) != null) {
      return;
    }
    Map<String, String> names = providers.get(type.getClassLoader());
    String provider = names == null ? null : names.get(packageOf(type));
    if (provider == null) {
      return;
    }
    for (Class<?> at = type; at.getClassLoader() != null; at = at.getSuperclass()) {
      if (woven.put(at, provider) == null) {
        weaver.accept(at);
      }
    }
  }

  /** The name; of a class that another loader has woven under the same name, the class's. */
  String providerOf(Object connection) {
    String provider = woven.get(connection.getClass());
    return provider == null ? connection.getClass().getName() : provider;
  }

  /** Whether a session was made by the JDK's own TLS. */
  boolean isJdks(SSLSession session) {
    return session.getClass().getClassLoader() == null;
  }

  private static String packageOf(Class<?> type) {
    String name = type.getName();
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }
}
