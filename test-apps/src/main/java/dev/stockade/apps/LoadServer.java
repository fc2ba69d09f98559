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
 * The server of the benchmarks: HTTP "ok" over {@link SSLServerSocket}, a thread per connection,
 * kept alive for HTTP/1.1. It takes no warm-up count: the warm-up of {@link Load} warms both ends.
 */
public final class LoadServer {
  private static final int BACKLOG = 200;
  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(US_ASCII);

  private LoadServer() {}

  public static void main(String[] args) throws Exception {
    AppOptions options = AppOptions.read();
    ExecutorService pool = Executors.newCachedThreadPool();
    try (ServerSocket server =
        options
            .serverContext()
            .getServerSocketFactory()
            .createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress())) {
      options.configure((SSLServerSocket) server);
      StandardInput.ready(server.getLocalPort());
      while (true) {
        Socket socket = server.accept();
        pool.execute(() -> serve(socket));
      }
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
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
          // the headers say nothing that matters here
        }
        out.write(ANSWER);
        out.flush();
      }
    } catch (IOException e) {
      System.err.println(Outcome.failed(e));
    }
  }
}
