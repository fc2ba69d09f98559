package dev.stockade.enforce;

import dev.stockade.policy.tls.CertificateChain;
import dev.stockade.policy.tls.ClientAuth;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * The certificates of a session by JSSE's public API, for engines that keep them nowhere else. What
 * they do not say is unknown, and also what a provider that nobody here knows throws at.
 */
public final class SessionCertificates {
  private final Certificates certificates;

  public SessionCertificates(Certificates certificates) {
    this.certificates = certificates;
  }

  /**
   * What the peer sent; null where that was nothing. A server that asks for none does not look: the
   * answer would be an exception.
   */
  public CertificateChain peer(SSLSession session, Object connection) {
    try {
      return SessionFacts.isClient(connection) || asksClient(connection)
          ? certificates.chain(session.getPeerCertificates())
          : null;
    } catch (Exception | LinkageError e) {
      return null;
    }
  }

  /** What this side sent. */
  public CertificateChain own(SSLSession session) {
    try {
      return certificates.chain(session.getLocalCertificates());
    } catch (Exception | LinkageError e) {
      return null;
    }
  }

  /** Whether a server is set up to ask its clients for a certificate. */
  private static boolean asksClient(Object connection) {
    if (connection instanceof SSLEngine) {
      SSLEngine engine = (SSLEngine) connection;
      return engine.getNeedClientAuth() || engine.getWantClientAuth();
    }
    SSLSocket socket = (SSLSocket) connection;
    return socket.getNeedClientAuth() || socket.getWantClientAuth();
  }

  /** What became of the client's certificate; null where an engine does not say. */
  public ClientAuth clientAuth(Object connection, CertificateChain peer, CertificateChain own) {
    try {
      boolean client = SessionFacts.isClient(connection);
      return clientAuth(client, !client && asksClient(connection), peer, own);
    } catch (Exception | LinkageError e) {
      return null;
    }
  }

  /**
   * The same.
   *
   * @param asks whether a server asks its clients; of a client nobody knows
   */
  public static ClientAuth clientAuth(
      boolean client, boolean asks, CertificateChain peer, CertificateChain own) {
    if ((client ? own : peer) != null) {
      return ClientAuth.GIVEN;
    }
    return client ? null : asks ? ClientAuth.ASKED : ClientAuth.NONE;
  }
}
