package dev.stockade.apps;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLServerSocket;

/**
 * The server of the benchmarks over {@link SSLServerSocket}: a thread per connection, kept alive
 * for HTTP/1.1. A GET is answered with "ok", a POST as DynamoDB answers GetItem. It takes no
 * warm-up count: the warm-up of {@link Load} warms both ends.
 */
public final class LoadServer {
  private static final int BACKLOG = 200;
  private static final String LENGTH = "content-length:";
  private static final byte[] OK = answer("", "ok");
  private static final byte[] ITEM =
      answer("Content-Type: application/x-amz-json-1.0\r\n", "{\"Item\":{\"id\":{\"S\":\"1\"}}}");

  private LoadServer() {}

  public static void main(String[] args) throws Exception {
    AppOptions options = AppOptions.read();
    SSLServerSocket server = open(options);
    StandardInput.ready(server.getLocalPort());
    accept(server);
  }

  static SSLServerSocket open(AppOptions options) throws Exception {
    SSLServerSocket server =
        (SSLServerSocket)
            options
                .serverContext()
                .getServerSocketFactory()
                .createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    options.configure(server);
    return server;
  }

  /** Serves for as long as the socket is open. */
  static void accept(ServerSocket server) throws IOException {
    ExecutorService pool = Executors.newCachedThreadPool();
    while (true) {
      Socket socket = server.accept();
      pool.execute(() -> serve(socket));
    }
  }

  private static void serve(Socket accepted) {
    try (Socket socket = accepted) {
      socket.setTcpNoDelay(true);
      BufferedReader in =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
      OutputStream out = socket.getOutputStream();
      boolean keepAlive = true;
      while (keepAlive) {
        String request = in.readLine();
        if (request == null) {
          return;
        }
        keepAlive = request.endsWith("HTTP/1.1");
        skipRest(in);
        out.write(request.startsWith("POST ") ? ITEM : OK);
        out.flush();
      }
    } catch (IOException e) {
      System.err.println(Outcome.failed(e));
    }
  }

  /** The headers, of which only the body's length matters, and the body. */
  private static void skipRest(BufferedReader in) throws IOException {
    int length = 0;
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
        length = Integer.parseInt(line.substring(LENGTH.length()).trim());
      }
    }
    for (; length > 0 && in.read() >= 0; length--) {
      // a byte is a character
    }
  }

  private static byte[] answer(String headers, String body) {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n";
    return (head + headers + "\r\n" + body).getBytes(US_ASCII);
  }
}
