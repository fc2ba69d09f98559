package dev.stockade.cli.policy;

import dev.stockade.policy.tls.Narrowing;
import dev.stockade.policy.tls.TlsPolicy;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** What the JDK that runs this command offers when nobody configures it. */
final class DefaultOffer {
  private final List<String> protocols;
  private final List<String> suites;

  private DefaultOffer(List<String> protocols, List<String> suites) {
    this.protocols = protocols;
    this.suites = suites;
  }

  static DefaultOffer ofThisRuntime() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, null, null);
      SSLEngine engine = context.createSSLEngine();
      return new DefaultOffer(
          Arrays.asList(engine.getEnabledProtocols()),
          Arrays.asList(engine.getEnabledCipherSuites()));
    } catch (GeneralSecurityException e) {
      return new DefaultOffer(Collections.<String>emptyList(), Collections.<String>emptyList());
    }
  }

  /** What the policy takes out of it. */
  Narrowing narrowedBy(TlsPolicy policy) {
    return policy.narrow(protocols, suites);
  }
}
