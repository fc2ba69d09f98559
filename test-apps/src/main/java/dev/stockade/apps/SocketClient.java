package dev.stockade.apps;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A client on {@link SSLSocket}: {@code host:port…}, one request to each, read to its end. */
public final class SocketClient {
  private static final int TIMEOUT_MILLIS = Integer.getInteger("app.timeout", 5_000);
  private static final int QUIET_MILLIS = 500;

  private SocketClient() {}

  public static void main(String[] targets) throws Exception {
    AppOptions options = AppOptions.read();
    SSLContext context = options.clientContext();
    SSLSocketFactory factory = options.socketFactory(context);
    Visits.run(
        options,
        targets,
        (host, port) -> {
          SSLSocket socket = (SSLSocket) factory.createSocket(host, port);
          socket.setSoTimeout(TIMEOUT_MILLIS);
          return () -> {
            try (SSLSocket open = socket) {
              options.configure(open);
              return converse(open, options);
            }
          };
        });
  }

  private static String converse(SSLSocket socket, AppOptions options) throws IOException {
    socket.startHandshake();
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    if (options.renegotiate()) {
      send(socket, "\r\n"); // HTTP servers pass over an empty line before a request
      options.beforeSecond(socket::setEnabledCipherSuites);
      socket.startHandshake();
      readUntilQuiet(socket, page);
    }
    send(socket, "GET / HTTP/1.0\r\n\r\n");
    OpensslPage.copy(socket.getInputStream(), page);
    return Outcome.session(socket.getSession()) + OpensslPage.facts(OpensslPage.text(page));
  }

  /** A second handshake goes on inside reads, and no one says when it is over. */
  private static void readUntilQuiet(SSLSocket socket, ByteArrayOutputStream page)
      throws IOException {
    socket.setSoTimeout(QUIET_MILLIS);
    try {
      OpensslPage.copy(socket.getInputStream(), page);
    } catch (SocketTimeoutException expected) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
    }
  }

  private static void send(SSLSocket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
    socket.getOutputStream().flush();
  }
}
