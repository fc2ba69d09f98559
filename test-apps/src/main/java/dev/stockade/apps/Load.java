package dev.stockade.apps;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * The client of the benchmarks: {@code host:port count threads handshake|request [warm-up]}. Mode
 * {@code handshake} makes a new connection with a full handshake each time, {@code request} keeps
 * connections alive. Prints {@code done count nanos}; any failure ends it with a stack trace. With
 * {@code -Dapp.again=true} it stays and does the same for each count on standard input, so that
 * warm programs can be compared in turn.
 */
public final class Load {
  private final Callable<Void> work;
  private final int threads;

  Load(Callable<Void> work, int threads) {
    this.work = work;
    this.threads = threads;
  }

  public static void main(String[] args) throws Exception {
    int count = Integer.parseInt(args[1]);
    int threads = Integer.parseInt(args[2]);
    System.setProperty("http.maxConnections", args[2]); // the JDK keeps only 5 alive otherwise
    Load load = new Load(work(args[3], args[0]), threads);
    if (args.length > 4) {
      load.run(Integer.parseInt(args[4]));
    }
    load.answer(count);
  }

  /** Times {@code count} and, if it is to stay, each count on standard input. */
  void answer(int count) throws Exception {
    time(count);
    if (Boolean.getBoolean("app.again")) {
      BufferedReader in = new BufferedReader(new InputStreamReader(System.in, US_ASCII));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        time(Integer.parseInt(line));
      }
    }
  }

  private void time(int count) throws Exception {
    long start = System.nanoTime();
    run(count);
    Outcome.say("done " + count + " " + (System.nanoTime() - start));
  }

  static Callable<Void> work(String mode, String target) throws IOException {
    if (mode.equals("request")) {
      URL url = new URL("https://" + target + "/");
      return () -> request(url);
    }
    if (!mode.equals("handshake")) {
      throw new IllegalArgumentException("mode must be handshake or request but was " + mode);
    }
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    String host = target.substring(0, target.lastIndexOf(':'));
    int port = Integer.parseInt(target.substring(target.lastIndexOf(':') + 1));
    return () -> handshake(factory, host, port);
  }

  private void run(int count) throws Exception {
    AtomicInteger left = new AtomicInteger(count);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Void>> runs = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        runs.add(
            pool.submit(
                () -> {
                  while (left.getAndDecrement() > 0) {
                    work.call();
                  }
                  return null;
                }));
      }
      for (Future<Void> run : runs) {
        run.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** Invalidates the session while open: that takes the tickets derived from it along. */
  private static Void handshake(SSLSocketFactory factory, String host, int port)
      throws IOException {
    try (SSLSocket socket = (SSLSocket) factory.createSocket(host, port)) {
      socket.setTcpNoDelay(true);
      socket.startHandshake();
      socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(US_ASCII));
      drain(socket.getInputStream());
      socket.getSession().invalidate();
    }
    return null;
  }

  private static Void request(URL url) throws IOException {
    HttpsURLConnection connection = (HttpsURLConnection) url.openConnection();
    try (InputStream in = connection.getInputStream()) {
      drain(in);
    }
    return null;
  }

  private static void drain(InputStream in) throws IOException {
    byte[] buffer = new byte[8192];
    while (in.read(buffer) >= 0) {
      // only the end matters
    }
  }
}
