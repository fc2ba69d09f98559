package dev.stockade.e2e.kit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * An HTTP/1.1 server on the loopback interface, with and without TLS, that poses as an AWS endpoint
 * too and keeps the head of each request, even half of one. {@code /redirect} leads to another
 * path, {@code /drop} is never answered.
 */
public final class WebServer implements AutoCloseable {
  private final ServerSocket clear;
  private final SSLServerSocket tls;
  private final Path hosts;
  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> heads = new CopyOnWriteArrayList<>();

  public WebServer() throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    clear = new ServerSocket(0, 50, loopback);
    tls = (SSLServerSocket) context().getServerSocketFactory().createServerSocket(0, 50, loopback);
    // HttpAsyncClient 4.0 hangs in TLS 1.3, as that is younger.
    tls.setEnabledProtocols(new String[] {"TLSv1.2"});
    hosts = Files.createTempFile("stockade-hosts", "");
    Files.writeString(
        hosts,
        "127.0.0.1 localhost "
            + InetAddress.getLocalHost().getHostName()
            + " "
            + String.join(" ", AwsServer.HOSTS)
            + "\n");
    accept(clear);
    accept(tls);
  }

  private static SSLContext context() throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    char[] password = Keys.PASSWORD.toCharArray();
    keys.init(KeyStore.getInstance(Keys.keyStore().toFile(), password), password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /** Lets a program of test-apps find this server. */
  public ChildJvm reach(ChildJvm child) {
    return child.with(
        "-Djdk.net.hosts.file=" + hosts,
        "-Dapp.clear-port=" + clear.getLocalPort(),
        "-Dapp.tls-port=" + tls.getLocalPort());
  }

  /** What came, each as {@code METHOD HOST PATH}, and odd bytes as they are. */
  public List<String> requests() {
    return heads.stream().map(WebServer::summary).toList();
  }

  /** How many connections there were. */
  public int connections() {
    return connections.get();
  }

  private static String summary(String head) {
    String[] words = head.split("[ \r\n]", 3);
    String[] host = head.split("(?i)\r\nhost: ", -1);
    return words.length < 3 || host.length < 2
        ? head
        : words[0] + " " + host[1].split("[:\r]", -1)[0] + " " + words[1];
  }

  private void accept(ServerSocket server) {
    background(
        () -> {
          while (!server.isClosed()) {
            Socket socket = server.accept();
            connections.incrementAndGet();
            background(() -> serve(socket));
          }
        });
  }

  private void serve(Socket socket) throws IOException {
    try (socket) {
      InputStream in = socket.getInputStream();
      for (String head = head(in); !head.isEmpty(); head = head(in)) {
        heads.add(head);
        in.readNBytes(contentLength(head));
        if (!head.endsWith("\r\n\r\n") || head.contains(" /drop ")) {
          return;
        }
        String first = head.contains(" /redirect ") ? "302 Found\r\nLocation: /hello" : "200 OK";
        String answer = "HTTP/1.1 " + first + "\r\nContent-Length: 5\r\n\r\nhello";
        socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
      }
    }
  }

  /** Up to the empty line, or as much as there is. */
  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      int c = in.read();
      if (c < 0) {
        break;
      }
      head.write(c);
    }
    return head.toString(ISO_8859_1);
  }

  private static int contentLength(String head) {
    String[] parts = head.split("(?i)\r\ncontent-length: ", -1);
    return parts.length < 2 ? 0 : Integer.parseInt(parts[1].split("\r", -1)[0]);
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void background(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // A client that went, or the end of the test.
              }
            },
            "web-server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    clear.close();
    tls.close();
    Files.delete(hosts);
  }
}
