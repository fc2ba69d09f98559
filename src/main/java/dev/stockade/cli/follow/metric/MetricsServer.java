package dev.stockade.cli.follow.metric;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers Prometheus at {@code /metrics}. Needs the module jdk.httpserver. */
public final class MetricsServer implements Closeable {
  private static final String PATH = "/metrics";
  private static final int THREADS = 2;

  private final Metrics metrics;
  private final HttpServer server;
  private final ExecutorService threads;

  private MetricsServer(Metrics metrics, InetSocketAddress address) throws IOException {
    this.metrics = metrics;
    server = HttpServer.create(address, 16);
    threads =
        Executors.newFixedThreadPool(
            THREADS,
            work -> {
              Thread thread = new Thread(work, "stockade-metrics");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /**
   * Serves from now on.
   *
   * @throws IOException when the address cannot be had
   */
  public static MetricsServer at(InetSocketAddress address, Metrics metrics) throws IOException {
    // Who sends or reads slowly must not keep a thread; read when the first server is made.
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("sun.net.httpserver.maxRspTime", "10");
    return new MetricsServer(metrics, address);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try {
      boolean head = exchange.getRequestMethod().equals("HEAD");
      if (!head && !exchange.getRequestMethod().equals("GET")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        exchange.sendResponseHeaders(405, -1);
      } else if (!exchange.getRequestURI().getPath().equals(PATH)) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        send(exchange, head);
      }
    } finally {
      exchange.close();
    }
  }

  private void send(HttpExchange exchange, boolean head) throws IOException {
    String accept = exchange.getRequestHeaders().getFirst("Accept");
    boolean open = accept != null && accept.contains("application/openmetrics-text");
    byte[] body = metrics.render(new PrometheusText(open)).getBytes(StandardCharsets.UTF_8);
    exchange
        .getResponseHeaders()
        .set("Content-Type", open ? PrometheusText.OPEN_METRICS_TYPE : PrometheusText.TEXT_TYPE);
    exchange.sendResponseHeaders(200, head ? -1 : body.length);
    if (!head) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
