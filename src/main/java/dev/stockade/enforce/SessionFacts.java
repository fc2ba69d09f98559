package dev.stockade.enforce;

import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.tls.TlsFacts;
import java.net.InetAddress;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;

/**
 * Facts about a session's two ends, as the public API of any provider gives them. Nothing here
 * looks up a name.
 */
public final class SessionFacts {
  private SessionFacts() {}

  /**
   * @param host the peer's name where it is known without asking for it, or null
   */
  public static TlsFacts.Builder of(SSLSocket socket, String host, String provider) {
    InetAddress address = socket.getInetAddress();
    return withoutAddress(socket, host, provider)
        .peer(host, address == null ? null : address.getHostAddress(), socket.getPort())
        .local(SocketEnds.localIp(socket), socket.getLocalPort());
  }

  /** For a socket over one of the application's own making: asking that may throw or wait. */
  public static TlsFacts.Builder withoutAddress(SSLSocket socket, String host, String provider) {
    return new TlsFacts.Builder(socket.getUseClientMode() ? Direction.OUT : Direction.IN)
        .peer(host, null, 0)
        .seenIn(provider, "SSLSocket");
  }

  /**
   * @param connection an engine or a socket
   */
  public static boolean isClient(Object connection) {
    return connection instanceof SSLEngine
        ? ((SSLEngine) connection).getUseClientMode()
        : ((SSLSocket) connection).getUseClientMode();
  }

  public static TlsFacts.Builder of(SSLEngine engine, String provider) {
    return new TlsFacts.Builder(engine.getUseClientMode() ? Direction.OUT : Direction.IN)
        .peer(engine.getPeerHost(), null, Math.max(0, engine.getPeerPort()))
        .seenIn(provider, "SSLEngine");
  }
}
