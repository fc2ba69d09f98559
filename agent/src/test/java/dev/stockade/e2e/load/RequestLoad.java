package dev.stockade.e2e.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.stockade.e2e.kit.Keys;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** Clients with modern TLS that ask an HTTPS server all the time, over kept and new connections. */
public final class RequestLoad implements AutoCloseable {
  private static final long PAUSE_MILLIS = 15;

  private final AtomicLong answered = new AtomicLong();
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean ended;

  public RequestLoad(int port, String path, String expected) throws Exception {
    SSLContext context = trusting();
    HttpClient client = HttpClient.newBuilder().sslContext(context).build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("https://localhost:" + port + path)).build();
    for (int i = 0; i < 2; i++) {
      start("kept", expected, () -> kept(client, request));
      start("new", expected, () -> fresh(context, port, path));
    }
  }

  private static SSLContext trusting() throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    try (InputStream certificate = Files.newInputStream(Keys.certificate())) {
      trusted.setCertificateEntry(
          "server", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
    }
    TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private void start(String name, String expected, Callable<String> call) {
    Thread thread = new Thread(() -> run(name, expected, call), name);
    thread.setDaemon(true);
    thread.start();
    threads.add(thread);
  }

  private void run(String name, String expected, Callable<String> call) {
    while (!ended) {
      try {
        String answer = call.call();
        if (answer.contains(expected)) {
          answered.incrementAndGet();
        } else {
          failures.add(name + ": " + answer);
        }
        Thread.sleep(PAUSE_MILLIS);
      } catch (Exception e) {
        failures.add(name + ": " + e);
      }
    }
  }

  private static String kept(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /** A session of its own each time: resumption would spare the server most of the handshake. */
  private static String fresh(SSLContext context, int port, String path) throws IOException {
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port)) {
      String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
      socket.getSession().invalidate();
      return answer;
    }
  }

  public long answered() {
    return answered.get();
  }

  /** What went wrong, one line each. */
  public List<String> failures() {
    return failures;
  }

  @Override
  public void close() {
    ended = true;
    for (Thread thread : threads) {
      try {
        thread.join(10_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
