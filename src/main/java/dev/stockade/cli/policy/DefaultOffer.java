package dev.stockade.cli.policy;

import dev.stockade.policy.tls.Offer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** The offer that the JDK that runs this command makes when nobody configures it. */
final class DefaultOffer {
  private DefaultOffer() {}

  static Offer ofThisRuntime() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, null, null);
      SSLEngine engine = context.createSSLEngine();
      return Offer.of(
          Arrays.asList(engine.getEnabledProtocols()),
          Arrays.asList(engine.getEnabledCipherSuites()));
    } catch (GeneralSecurityException e) {
      return Offer.UNKNOWN;
    }
  }
}
