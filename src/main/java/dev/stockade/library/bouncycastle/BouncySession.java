package dev.stockade.library.bouncycastle;

import dev.stockade.enforce.SessionCertificates;
import dev.stockade.enforce.SessionFacts;
import dev.stockade.policy.tls.CertificateChain;
import dev.stockade.policy.tls.ClientAuth;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.weave.reflect.MethodByName;
import javax.net.ssl.SSLSession;

/** Reads a handshake of Bouncy Castle that is complete, from its {@code SecurityParameters}. */
final class BouncySession {
  private static final Object UNKNOWN = new Object();

  private final SessionCertificates certificates;
  private final MethodByName isResumedSession = new MethodByName("isResumedSession");
  private final MethodByName isExtendedMasterSecret = new MethodByName("isExtendedMasterSecret");
  private final MethodByName getApplicationProtocol = new MethodByName("getApplicationProtocol");
  private final MethodByName getUtf8Decoding = new MethodByName("getUtf8Decoding");
  private final MethodByName getLocalCertificate = new MethodByName("getLocalCertificate");

  BouncySession(SessionCertificates certificates) {
    this.certificates = certificates;
  }

  /**
   * Adds the outcome. What a version of Bouncy Castle does not say of it is unknown.
   *
   * @param parameters those of the connection
   */
  void tell(TlsFacts.Builder facts, Object connection, SSLSession session, Object parameters) {
    String version = session.getProtocol();
    Boolean resumed = (Boolean) isResumedSession.ifKnown(parameters, null);
    CertificateChain peer = certificates.peer(session, connection);
    CertificateChain own = certificates.own(session);
    facts
        .session(version, session.getCipherSuite(), resumed)
        .certificates(peer, own)
        .agreed(
            alpn(parameters),
            clientAuth(connection, parameters, peer, own, resumed),
            version.endsWith("1.3")
                ? null
                : (Boolean) isExtendedMasterSecret.ifKnown(parameters, null));
  }

  private String alpn(Object parameters) {
    Object agreed = getApplicationProtocol.ifKnown(parameters, UNKNOWN);
    return agreed == null ? "" : (String) getUtf8Decoding.ifKnown(agreed, null);
  }

  /** A client that was asked has a chain of its own, be it an empty one. */
  private ClientAuth clientAuth(
      Object connection,
      Object parameters,
      CertificateChain peer,
      CertificateChain own,
      Boolean resumed) {
    ClientAuth said = certificates.clientAuth(connection, peer, own);
    if (said != null || !SessionFacts.isClient(connection) || !Boolean.FALSE.equals(resumed)) {
      return said;
    }
    Object local = getLocalCertificate.ifKnown(parameters, UNKNOWN);
    return local == UNKNOWN ? null : local == null ? ClientAuth.NONE : ClientAuth.ASKED;
  }
}
