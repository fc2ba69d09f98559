package dev.stockade.apps;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A server on {@link SSLServerSocket}, or with {@code app.wrapped} on sockets layered over plain
 * ones: greets each connection with {@code hello version suite} and closes it.
 */
public final class SocketServer {
  private static final int TIMEOUT_MILLIS = 5_000;
  private static final int QUIET_MILLIS = 300;

  private final AppOptions options;
  private final SSLContext context;

  private SocketServer(AppOptions options, SSLContext context) {
    this.options = options;
    this.context = context;
  }

  public static void main(String[] args) throws Exception {
    AppOptions options = AppOptions.read();
    new SocketServer(options, options.serverContext()).serve();
  }

  private void serve() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket server =
        options.wrapped()
            ? new ServerSocket(0, 50, loopback)
            : context.getServerSocketFactory().createServerSocket(0, 50, loopback)) {
      if (server instanceof SSLServerSocket) {
        options.configure((SSLServerSocket) server);
      }
      StandardInput.ready(server.getLocalPort());
      while (true) {
        try (SSLSocket socket = secure(server.accept())) {
          greet(socket);
        } catch (IOException e) {
          Outcome.say(Outcome.failed(e));
        }
      }
    }
  }

  private SSLSocket secure(Socket accepted) throws IOException {
    if (accepted instanceof SSLSocket) {
      return (SSLSocket) accepted;
    }
    SSLSocketFactory factory = options.socketFactory(context);
    String peer = accepted.getInetAddress().getHostAddress();
    SSLSocket socket = (SSLSocket) factory.createSocket(accepted, peer, accepted.getPort(), true);
    socket.setUseClientMode(false);
    options.configure(socket);
    return socket;
  }

  private void greet(SSLSocket socket) throws IOException {
    if (options.takeWait()) {
      StandardInput.awaitLineInServer();
    }
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.startHandshake();
    String session = Outcome.session(socket.getSession());
    socket.getOutputStream().write(("hello " + session + "\n").getBytes(US_ASCII));
    socket.getOutputStream().flush();
    Outcome.say("served " + session);
    if (options.renegotiate()) {
      socket.startHandshake();
      readRequest(socket);
    }
    readRequest(socket);
  }

  /** Reads what the client has sent, if anything: unread bytes would turn the close to a reset. */
  private static void readRequest(SSLSocket socket) throws IOException {
    socket.setSoTimeout(QUIET_MILLIS);
    InputStream in = socket.getInputStream();
    try {
      for (int last = 0, c = in.read(); c >= 0; c = in.read()) {
        last = last << 8 | c;
        if (last == 0x0d0a0d0a) {
          return;
        }
      }
    } catch (SocketTimeoutException expected) {
      // the client has nothing to say
    }
  }
}
