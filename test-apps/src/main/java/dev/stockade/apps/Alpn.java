package dev.stockade.apps;

import javax.net.ssl.SSLParameters;

/** Application protocols by {@code app.alpn}; the method came with a late update of JDK 8. */
final class Alpn {
  private Alpn() {}

  /** The protocols asked for, the best first; null for none. */
  static String[] protocols() {
    String protocols = System.getProperty("app.alpn");
    return protocols == null ? null : protocols.split(",", -1);
  }

  /** Whether the parameters were changed. */
  static boolean askFor(SSLParameters parameters) {
    String[] protocols = protocols();
    if (protocols == null) {
      return false;
    }
    try {
      SSLParameters.class
          .getMethod("setApplicationProtocols", String[].class)
          .invoke(parameters, (Object) protocols);
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
