package dev.stockade.enforce;

import dev.stockade.policy.tls.Narrowing;
import dev.stockade.policy.tls.Offer;
import dev.stockade.policy.tls.TlsPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;

/**
 * Protocols and suites enabled in an engine or socket, by the names that it gave, which may be
 * OpenSSL's: they are judged by IANA's names and set by those.
 */
public final class EnabledNames {
  private final String[] protocols;
  private final String[] suites;
  private final Offer offer;

  /** What is enabled now; later the engine may have been closed and give nothing. */
  public EnabledNames(SSLEngine engine) {
    this(engine.getEnabledProtocols(), engine.getEnabledCipherSuites());
  }

  public EnabledNames(SSLSocket socket) {
    this(socket.getEnabledProtocols(), socket.getEnabledCipherSuites());
  }

  EnabledNames(String[] protocols, String[] suites) {
    this.protocols = protocols;
    this.suites = suites;
    this.offer =
        Offer.of(Arrays.asList(protocols.clone()), Arrays.asList(OpenSslSuites.ianaNames(suites)));
  }

  public Offer offer() {
    return offer;
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
        engine.setEnabledProtocols(allowedProtocols(policy));
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
        socket.setEnabledProtocols(allowedProtocols(policy));
      }
    } catch (IllegalArgumentException | IllegalStateException e) {
      // As above.
    }
  }

  String[] allowedProtocols(TlsPolicy policy) {
    List<String> allowed = new ArrayList<String>();
    for (String protocol : protocols) {
      if (policy.allowsProtocol(protocol)) {
        allowed.add(protocol);
      }
    }
    return allowed.toArray(new String[0]);
  }

  String[] allowedSuites(TlsPolicy policy) {
    List<String> allowed = new ArrayList<String>();
    for (int i = 0; i < suites.length; i++) {
      if (policy.allowsSuite(offer.suites().get(i))) {
        allowed.add(suites[i]);
      }
    }
    return allowed.toArray(new String[0]);
  }
}
