package dev.stockade.tls;

import dev.stockade.policy.Direction;
import dev.stockade.policy.TlsFacts;
import dev.stockade.weave.Member;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;

/** Who talks to whom in Conscrypt, where an engine may be the inside of a socket. */
final class ConscryptPeer {
  private final String provider;
  private final Member handshakeListener = new Member("handshakeListener");
  private final Member owner = new Member("val$socket");
  private final Member peerHostname = new Member("peerHostname");
  private final Member carrierOf = new Member("socket");

  ConscryptPeer(String provider) {
    this.provider = provider;
  }

  /**
   * @param connection an engine or a socket
   */
  TlsFacts.Builder facts(Object connection) throws ReflectiveOperationException {
    if (!(connection instanceof SSLEngine)) {
      SSLSocket socket = (SSLSocket) connection;
      return address(PublicFacts.withoutAddress(socket, host(socket), provider), socket);
    }
    Object socket = owner.ifPresent(handshakeListener.ifPresent(connection));
    if (!(socket instanceof SSLSocket)) {
      return PublicFacts.of((SSLEngine) connection, provider);
    }
    // The socket would begin a handshake of its own if it were asked for more.
    boolean client = ((SSLEngine) connection).getUseClientMode();
    TlsFacts.Builder facts =
        new TlsFacts.Builder(client ? Direction.OUT : Direction.IN).seenIn(provider, "SSLSocket");
    return address(facts.peer(host(socket), null, 0), (SSLSocket) socket);
  }

  private String host(Object socket) throws ReflectiveOperationException {
    return (String) peerHostname.ifPresent(socket);
  }

  /** Asking a socket of the application's making for its address may throw or wait. */
  private TlsFacts.Builder address(TlsFacts.Builder facts, SSLSocket socket)
      throws ReflectiveOperationException {
    Object carrier = carrierOf.ifPresent(socket);
    boolean foreign =
        carrier != null && carrier != socket && carrier.getClass().getClassLoader() != null;
    return foreign ? facts : PublicFacts.address(facts, socket, facts.host());
  }
}
