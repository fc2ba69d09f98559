package dev.stockade.enforce;

import dev.stockade.policy.Cidr;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.tls.TlsFacts;
import dev.stockade.weave.reflect.FieldByName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/**
 * The two ends of TLS over a socket. The peer is who the program says it speaks TLS with; where the
 * socket leads elsewhere, to a proxy or through a forwarded port, that is what it goes through.
 *
 * <p>Nothing here looks up a name, and no socket of the application's own making is asked: it may
 * throw or wait.
 */
public final class SocketEnds {
  private final WeakTable<Object> targetPorts;
  private final FieldByName impl = new FieldByName("impl");
  private final FieldByName externalAddress = new FieldByName("external_address");
  private final FieldByName server = new FieldByName("server");
  private final FieldByName serverPort = new FieldByName("serverPort");

  /**
   * @param targetPorts see {@link Connections#sockets}
   */
  SocketEnds(WeakTable<Object> targetPorts) {
    this.targetPorts = targetPorts;
  }

  /** A socket was laid over another one, for a target at that port. */
  public void layered(Object socket, Object carrier, int port) {
    boolean isPort = port > 0 && port < 1 << 16;
    if (isPort && (isForeign(carrier) || ((Socket) carrier).getPort() != port)) {
      targetPorts.put(socket, port);
    }
  }

  /**
   * Adds both ends of the connection.
   *
   * @param carrier the socket below, or the same one, or null
   * @param host the peer's name where it is known without asking for it, or null
   */
  public TlsFacts.Builder tell(
      TlsFacts.Builder facts, SSLSocket socket, Object carrier, String host)
      throws ReflectiveOperationException {
    Integer told =
        host == null || facts.direction() != Direction.OUT
            ? null
            : (Integer) targetPorts.get(socket);
    if (carrier != socket && isForeign(carrier)) {
      return facts.peer(host, null, told == null ? 0 : told);
    }
    Socket below = carrier instanceof Socket ? (Socket) carrier : socket;
    facts.local(localIp(below), below.getLocalPort());
    InetAddress address = below.getInetAddress();
    String ip = address == null ? null : address.getHostAddress();
    if (told != null) {
      return facts
          .peer(host, literal(host), told)
          .via(name(address, below.getPort()), ip, below.getPort());
    }
    facts.peer(host, ip, below.getPort());
    if (facts.direction() == Direction.OUT) {
      socks(facts, below);
    }
    return facts;
  }

  /** Through a SOCKS proxy a socket says the target's address and port by itself. */
  private void socks(TlsFacts.Builder facts, Socket socket) throws ReflectiveOperationException {
    Object way = impl.ifPresent(socket);
    // An implementation that knows no proxies has a flag of the name "server".
    Object proxy = externalAddress.ifPresent(way) == null ? null : server.ifPresent(way);
    if (proxy instanceof String) {
      String name = (String) proxy;
      String ip = literal(name);
      facts.via(ip == null ? name : null, ip, (Integer) serverPort.of(way));
    }
  }

  /** Null for a socket that is not connected any more. */
  static String localIp(Socket socket) {
    InetAddress address = socket.getLocalAddress();
    return address == null || address.isAnyLocalAddress() ? null : address.getHostAddress();
  }

  /** The name that an address was made with; null where there is none. */
  static String name(InetAddress address, int port) {
    if (address == null) {
      return null;
    }
    String name = new InetSocketAddress(address, port).getHostString();
    return name.equals(address.getHostAddress()) ? null : name;
  }

  /** The name itself where it is an address. */
  static String literal(String name) {
    return name.indexOf('/') < 0 && Cidr.parse(name) != null ? name : null;
  }

  private static boolean isForeign(Object carrier) {
    return carrier != null && carrier.getClass().getClassLoader() != null;
  }
}
