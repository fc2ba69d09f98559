package dev.stockade.e2e.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * A client of one server on this machine that means no good: names of 15 kB, hellos that are none,
 * connections that say nothing or break off. A fixed number of each, and the same at each run.
 */
final class HostileClient implements AutoCloseable {
  private static final int THREADS = 16;
  private static final int TIMEOUT_MILLIS = 10_000;
  private static final String LONG_NAME = "a-label-of-sixty-characters-that-is-repeated-for-ever.";

  private final int port;
  private final SSLContext context;
  private final byte[] hello;
  private final List<Socket> silent = new ArrayList<>();

  HostileClient(int port) throws Exception {
    this.port = port;
    context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Trusting()}, null);
    hello = hello();
  }

  /** Connections that are opened and left alone. */
  void openSilently(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      Socket socket = connect();
      if (i % 2 == 0) {
        socket.getOutputStream().write(hello, 0, hello.length / 2);
      }
      silent.add(socket);
    }
  }

  /** Complete handshakes, each for another name of 15 kB. */
  void useLongNames(int count) throws Exception {
    inParallel(count, i -> visit(LONG_NAME.repeat(270) + "n" + i));
  }

  /** Hellos with random changes, cut short, or no hello at all; half of them end by a reset. */
  void sayOddHellos(int count) throws Exception {
    inParallel(
        count,
        i -> {
          sayOddHello(new Random(i), i % 2 == 0);
          return null;
        });
  }

  /** What a well-behaved client gets: version, suite and the answer. */
  List<String> visitWell(int count) throws Exception {
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      answers.add(visit("localhost"));
    }
    return answers;
  }

  private String visit(String name) throws Exception {
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(connect(), "localhost", port, true)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setServerNames(Collections.singletonList(new SNIHostName(name)));
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      socket.getSession().invalidate();
      String session =
          socket.getSession().getProtocol() + " " + socket.getSession().getCipherSuite();
      return session + " " + answer;
    }
  }

  private void sayOddHello(Random random, boolean reset) throws IOException {
    byte[] odd = hello.clone();
    for (int i = random.nextInt(12); i >= 0; i--) {
      odd[random.nextInt(odd.length)] = (byte) random.nextInt();
    }
    if (random.nextInt(5) == 0) {
      random.nextBytes(odd);
    }
    int length = random.nextInt(4) == 0 ? random.nextInt(odd.length) : odd.length;
    try (Socket socket = connect()) {
      socket.setSoLinger(true, 0);
      socket.getOutputStream().write(odd, 0, length);
      if (!reset) {
        socket.shutdownOutput();
        InputStream in = socket.getInputStream();
        byte[] rest = new byte[4096];
        while (in.read(rest) >= 0) {
          // Until the server has hung up.
        }
      }
    } catch (IOException e) {
      // The server was the first to hang up.
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket();
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    return socket;
  }

  private interface Attempt {
    Object run(int number) throws Exception;
  }

  private static void inParallel(int count, Attempt attempt) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Object>> all = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        all.add(() -> attempt.run(number));
      }
      for (Future<Object> done : pool.invokeAll(all)) {
        done.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private byte[] hello() throws Exception {
    SSLEngine engine = context.createSSLEngine("localhost", port);
    engine.setUseClientMode(true);
    ByteBuffer out = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    engine.wrap(ByteBuffer.allocate(0), out);
    return Arrays.copyOf(out.array(), out.position());
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : silent) {
      socket.close();
    }
  }

  private static final class Trusting implements X509TrustManager {
    @Override
    public void checkClientTrusted(java.security.cert.X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(java.security.cert.X509Certificate[] chain, String type) {}

    @Override
    public java.security.cert.X509Certificate[] getAcceptedIssuers() {
      return new java.security.cert.X509Certificate[0];
    }
  }
}
