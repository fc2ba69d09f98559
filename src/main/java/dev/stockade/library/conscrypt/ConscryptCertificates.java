package dev.stockade.library.conscrypt;

import dev.stockade.enforce.Certificates;
import dev.stockade.enforce.SessionCertificates;
import dev.stockade.policy.tls.CertificateChain;
import dev.stockade.policy.tls.ClientAuth;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;

/**
 * The certificates that both sides of Conscrypt's handshake have shown. They are in fields of its
 * session, whose methods copy them, and throw where there are none.
 */
final class ConscryptCertificates {
  private final Certificates certificates;
  private final FieldByName activeSession = new FieldByName("activeSession");
  private final FieldByName peerCertificates = new FieldByName("peerCertificates");
  private final FieldByName localCertificates = new FieldByName("localCertificates");
  private final MethodByName getNeedClientAuth = new MethodByName("getNeedClientAuth");
  private final MethodByName getWantClientAuth = new MethodByName("getWantClientAuth");

  ConscryptCertificates(Certificates certificates) {
    this.certificates = certificates;
  }

  /**
   * Adds them.
   *
   * @param connection an engine or a socket that is not laid over one
   * @param parameters what it was set up with
   * @return what became of the client's; null where that is not known
   */
  ClientAuth tell(TlsFacts.Builder facts, Object connection, Object parameters, boolean client)
      throws Exception {
    Object session = activeSession.ifPresent(connection);
    CertificateChain peer = certificates.chain((Object[]) peerCertificates.ifPresent(session));
    CertificateChain own = certificates.chain((Object[]) localCertificates.ifPresent(session));
    facts.certificates(peer, own);
    return SessionCertificates.clientAuth(client, !client && asks(parameters), peer, own);
  }

  private boolean asks(Object parameters) throws Exception {
    return Boolean.TRUE.equals(getNeedClientAuth.on(parameters))
        || Boolean.TRUE.equals(getWantClientAuth.on(parameters));
  }
}
