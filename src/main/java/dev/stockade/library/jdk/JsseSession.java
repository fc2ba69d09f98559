package dev.stockade.library.jdk;

import dev.stockade.enforce.Certificates;
import dev.stockade.policy.tls.ClientAuth;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.weave.reflect.FieldByName;

/**
 * Reads what a session of JSSE has besides its cipher suite: the certificates of both sides and
 * what was negotiated. Fields only: the getters copy, and throw where there is nothing.
 */
final class JsseSession {
  private final Certificates certificates;
  private final FieldByName peerCerts = new FieldByName("peerCerts");
  private final FieldByName localCerts = new FieldByName("localCerts");
  private final FieldByName applicationProtocol = new FieldByName("applicationProtocol");
  private final FieldByName useExtendedMasterSecret = new FieldByName("useExtendedMasterSecret");
  private final FieldByName clientAuthType = new FieldByName("clientAuthType");

  /** What a request for a client's certificate leaves in the client's handshake. */
  private final FieldByName[] requested = {
    new FieldByName("peerRequestedSignatureSchemes"),
    new FieldByName("certRequestContext"),
    new FieldByName("peerSupportedAuthorities"),
  };

  JsseSession(Certificates certificates) {
    this.certificates = certificates;
  }

  /**
   * @param session at the end of the handshake
   * @param config of the connection
   */
  void tell(
      TlsFacts.Builder facts,
      Object context,
      Object handshake,
      Object session,
      Object config,
      boolean client,
      boolean resumed,
      String version)
      throws ReflectiveOperationException {
    Object[] peer = (Object[]) peerCerts.ifPresent(session);
    Object[] own = (Object[]) localCerts.ifPresent(session);
    facts.certificates(certificates.chain(peer), certificates.chain(own));
    ClientAuth auth =
        client
            ? ofClient(handshake, own, resumed)
            : ofServer(clientAuthType.ifPresent(config), peer);
    // JSSE leaves it false in TLS 1.3, where it means nothing.
    boolean hasMasterSecret = version != null && !version.endsWith("TLSv1.3");
    facts.agreed(
        (String) applicationProtocol.ifPresent(context),
        auth,
        hasMasterSecret ? (Boolean) useExtendedMasterSecret.ifPresent(session) : null);
  }

  private static ClientAuth ofServer(Object type, Object[] peer) {
    if (peer != null) {
      return ClientAuth.GIVEN;
    }
    if (type == null) {
      return null;
    }
    return ((Enum<?>) type).name().equals("CLIENT_AUTH_NONE") ? ClientAuth.NONE : ClientAuth.ASKED;
  }

  /** Whether the server of a resumed session asked in its first handshake is not kept. */
  private ClientAuth ofClient(Object handshake, Object[] own, boolean resumed)
      throws ReflectiveOperationException {
    if (own != null) {
      return ClientAuth.GIVEN;
    }
    if (handshake == null || resumed) {
      return null;
    }
    for (FieldByName trace : requested) {
      if (trace.ifPresent(handshake) != null) {
        return ClientAuth.ASKED;
      }
    }
    return ClientAuth.NONE;
  }
}
