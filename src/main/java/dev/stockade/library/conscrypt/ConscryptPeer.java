package dev.stockade.library.conscrypt;

import dev.stockade.enforce.EngineEnds;
import dev.stockade.enforce.SessionFacts;
import dev.stockade.enforce.SocketEnds;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.weave.reflect.FieldByName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;

/**
 * Finds the two ends of a connection in Conscrypt, where an engine may be the inside of a socket.
 */
final class ConscryptPeer {
  private final String provider;
  private final SocketEnds sockets;
  private final EngineEnds engines;
  private final FieldByName handshakeListener = new FieldByName("handshakeListener");
  private final FieldByName owner = new FieldByName("val$socket");
  private final FieldByName peerHostname = new FieldByName("peerHostname");
  private final FieldByName carrierOf = new FieldByName("socket");

  ConscryptPeer(String provider, SocketEnds sockets, EngineEnds engines) {
    this.provider = provider;
    this.sockets = sockets;
    this.engines = engines;
  }

  /**
   * @param connection an engine or a socket
   */
  TlsFacts.Builder facts(Object connection) throws ReflectiveOperationException {
    if (!(connection instanceof SSLEngine)) {
      SSLSocket socket = (SSLSocket) connection;
      return ends(SessionFacts.withoutAddress(socket, null, provider), socket);
    }
    Object socket = socketOver(connection);
    if (!(socket instanceof SSLSocket)) {
      return engines.facts((SSLEngine) connection, provider);
    }
    // The socket would start a handshake of its own if it were asked for more.
    boolean client = ((SSLEngine) connection).getUseClientMode();
    TlsFacts.Builder facts =
        new TlsFacts.Builder(client ? Direction.OUT : Direction.IN).seenIn(provider, "SSLSocket");
    return ends(facts, (SSLSocket) socket);
  }

  /** Whether an engine is the inside of a socket. */
  boolean isOfSocket(Object engine) throws ReflectiveOperationException {
    return socketOver(engine) instanceof SSLSocket;
  }

  private Object socketOver(Object engine) throws ReflectiveOperationException {
    return owner.ifPresent(handshakeListener.ifPresent(engine));
  }

  private TlsFacts.Builder ends(TlsFacts.Builder facts, SSLSocket socket)
      throws ReflectiveOperationException {
    String host = (String) peerHostname.ifPresent(socket);
    return sockets.tell(facts, socket, carrierOf.ifPresent(socket), host);
  }
}
