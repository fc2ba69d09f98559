package dev.stockade.cli.attach;

import dev.stockade.policy.tls.CipherSuites;
import java.security.GeneralSecurityException;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * The number of suites without forward secrecy that the JDK that runs this command enables by
 * default.
 */
public final class OwnSuites {
  private final String home;
  private final String version;
  private final int count;

  OwnSuites(String home, String version, int count) {
    this.home = home;
    this.version = version;
    this.count = count;
  }

  public static OwnSuites ofThisRuntime() {
    return new OwnSuites(
        System.getProperty("java.home"), System.getProperty("java.runtime.version"), counted());
  }

  private static int counted() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, null, null);
      int weak = 0;
      for (String suite : context.createSSLEngine().getEnabledCipherSuites()) {
        if (!CipherSuites.isForwardSecret(suite) && !CipherSuites.isSignalling(suite)) {
          weak++;
        }
      }
      return weak;
    } catch (GeneralSecurityException e) {
      return -1;
    }
  }

  /** Whether a JVM with these properties is of the same JDK, so has the same java.security file. */
  boolean areOf(Map<String, String> properties) {
    return count >= 0
        && home.equals(properties.get("java.home"))
        && version.equals(properties.get("java.runtime.version"));
  }

  int count() {
    return count;
  }
}
