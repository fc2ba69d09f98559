package dev.stockade.apps;

import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A client whose TLS lies over a socket of its own, such as a tunnel's, that has no addresses to
 * tell: {@code host:port…}.
 */
public final class OddSocketClient {
  private OddSocketClient() {}

  public static void main(String[] targets) throws Exception {
    SSLSocketFactory factory = SSLContext.getDefault().getSocketFactory();
    for (String target : targets) {
      int colon = target.lastIndexOf(':');
      String host = target.substring(0, colon);
      int port = Integer.parseInt(target.substring(colon + 1));
      Outcome.report(
          target,
          () -> {
            try (SSLSocket socket =
                (SSLSocket) factory.createSocket(new Tunnel(host, port), host, port, true)) {
              socket.startHandshake();
              return Outcome.session(socket.getSession());
            }
          });
    }
  }

  private static final class Tunnel extends Socket {
    Tunnel(String host, int port) throws java.io.IOException {
      super(host, port);
    }

    @Override
    public InetAddress getInetAddress() {
      throw new UnsupportedOperationException("a tunnel has no address");
    }
  }
}
