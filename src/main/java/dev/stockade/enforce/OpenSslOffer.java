package dev.stockade.enforce;

import dev.stockade.policy.tls.Narrowing;
import dev.stockade.policy.tls.Offer;
import dev.stockade.policy.tls.TlsPolicy;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;

/**
 * What an engine or socket offers that may name suites as OpenSSL does. Judged by IANA's names, set
 * by those that it gave.
 */
public final class OpenSslOffer implements Offer {
  private final String[] protocols;
  private final String[] suites;

  /** What is enabled now; later the engine may have been closed and tell nothing. */
  public OpenSslOffer(SSLEngine engine) {
    protocols = engine.getEnabledProtocols();
    suites = engine.getEnabledCipherSuites();
  }

  public OpenSslOffer(SSLSocket socket) {
    protocols = socket.getEnabledProtocols();
    suites = socket.getEnabledCipherSuites();
  }

  @Override
  public Narrowing narrowedBy(TlsPolicy policy) {
    return named().narrowedBy(policy);
  }

  private NamedOffer named() {
    return new NamedOffer(protocols, OpenSslSuites.ianaNames(suites));
  }

  /**
   * Takes out of the engine what is not allowed. Suites first: a change of theirs may make the
   * engine enable or disable versions.
   */
  public void narrow(SSLEngine engine, Narrowing taken, TlsPolicy policy) {
    try {
      if (!taken.removedSuites().isEmpty()) {
        engine.setEnabledCipherSuites(allowedSuites(policy));
      }
      if (!taken.removedProtocols().isEmpty()) {
        engine.setEnabledProtocols(named().allowedProtocols(policy));
      }
    } catch (IllegalArgumentException | IllegalStateException e) {
      // The engine will not be narrowed: what it negotiates is still judged at the end.
    }
  }

  /** Like {@link #narrow(SSLEngine, Narrowing, TlsPolicy)}. */
  public void narrow(SSLSocket socket, Narrowing taken, TlsPolicy policy) {
    try {
      if (!taken.removedSuites().isEmpty()) {
        socket.setEnabledCipherSuites(allowedSuites(policy));
      }
      if (!taken.removedProtocols().isEmpty()) {
        socket.setEnabledProtocols(named().allowedProtocols(policy));
      }
    } catch (IllegalArgumentException | IllegalStateException e) {
      // As above.
    }
  }

  private String[] allowedSuites(TlsPolicy policy) {
    List<String> allowed = new ArrayList<String>();
    for (String suite : suites) {
      if (policy.allowsSuite(OpenSslSuites.ianaName(suite))) {
        allowed.add(suite);
      }
    }
    return allowed.toArray(new String[0]);
  }
}
