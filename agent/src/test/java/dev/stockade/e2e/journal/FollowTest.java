package dev.stockade.e2e.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.stockade.e2e.kit.FollowProcess;
import dev.stockade.e2e.kit.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code follow} as a process that is killed, beside a journal that is put aside. */
class FollowTest {
  @TempDir Path folder;
  private final Set<Integer> received = ConcurrentHashMap.newKeySet();
  private final AtomicInteger failing = new AtomicInteger();
  private HttpServer collector;
  private Path journal;
  private int written;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectories(folder.resolve("log"));
    journal = folder.resolve("log/j.ndjson");
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext("/v1/logs", this::take);
    collector.createContext("/v1/metrics", exchange -> answer(exchange, 200));
    collector.start();
  }

  @AfterEach
  void close() {
    collector.stop(0);
  }

  @Test
  void killedAgainAndAgainWhileTheJournalIsPutAsideItLosesNothing() throws Exception {
    for (int round = 0; round < 6; round++) {
      try (FollowProcess follow = follow()) {
        for (int i = 0; i < 4; i++) {
          write(700);
          if (i == round % 4) {
            rotate();
          }
          Thread.sleep(150L * (round % 3));
        }
        failing.set(round % 2 == 0 ? 1 : 0);
        follow.kill();
      }
    }
    write(700); // Only this process sends them: before it follows, its end would leave no counters.
    try (FollowProcess follow = follow()) {
      Waiting.until(() -> received.size() == written);
      assertThat(follow.end()).isEqualTo(128 + 15);
    }
    // Counters are kept with the places: also what was read twice is counted once.
    assertThat(Files.readString(folder.resolve("stockade.prom")))
        .contains("tls_version=\"1.3\"} " + written + "\n");
  }

  @Test
  void aCollectorThatIsAwayGetsAllWhenItIsBack() throws Exception {
    failing.set(Integer.MAX_VALUE);
    try (FollowProcess follow = follow()) {
      write(1_500);
      follow.err().await(line -> line.contains("answers 503"), 30_000);
      follow.kill();
    }
    failing.set(0);
    try (FollowProcess follow = follow()) {
      Waiting.until(() -> received.size() == written);
      assertThat(follow.end()).isEqualTo(128 + 15);
      assertThat(folder.resolve("state/spool")).isEmptyDirectory();
    }
  }

  private FollowProcess follow() throws IOException {
    return new FollowProcess(
        folder.resolve("log").toString(),
        "--otlp",
        "http://127.0.0.1:" + collector.getAddress().getPort(),
        "--textfile",
        folder.toString(),
        "--every",
        "1s",
        "--state",
        folder.resolve("state").toString());
  }

  private void write(int records) throws IOException {
    ArrayList<String> lines = new ArrayList<>();
    for (int i = 0; i < records; i++) {
      lines.add(
          "{\"time\":\"2026-11-30T10:00:00.000Z\",\"kind\":\"tls.handshake\",\"seq\":"
              + ++written
              + ",\"mode\":\"audit\",\"verdict\":\"pass\",\"action\":\"allowed\","
              + "\"direction\":\"out\",\"peer\":{\"host\":\"h\",\"port\":443},\"tls\":"
              + "{\"version\":\"TLSv1.3\",\"cipher\":\"TLS_AES_128_GCM_SHA256\"},"
              + "\"service\":\"orders\",\"instance\":\"i\",\"pid\":7}");
    }
    Files.write(journal, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private void rotate() throws IOException {
    for (int i = 20; i >= 1; i--) {
      Path part = Path.of(journal + "." + i);
      if (Files.exists(part)) {
        Files.move(part, Path.of(journal + "." + (i + 1)));
      }
    }
    Files.move(journal, Path.of(journal + ".1"));
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(new GZIPInputStream(exchange.getRequestBody()).readAllBytes(), UTF_8);
    if (failing.get() > 0 && failing.getAndDecrement() > 0) {
      answer(exchange, 503);
      return;
    }
    for (JsonElement resource :
        JsonParser.parseString(body).getAsJsonObject().getAsJsonArray("resourceLogs")) {
      for (JsonElement scope : resource.getAsJsonObject().getAsJsonArray("scopeLogs")) {
        for (JsonElement log : scope.getAsJsonObject().getAsJsonArray("logRecords")) {
          received.add(seq(log.getAsJsonObject()));
        }
      }
    }
    answer(exchange, 200);
  }

  private static int seq(JsonObject log) {
    for (JsonElement one : log.getAsJsonArray("attributes")) {
      if (one.getAsJsonObject().get("key").getAsString().equals("stockade.seq")) {
        return one.getAsJsonObject().getAsJsonObject("value").get("intValue").getAsInt();
      }
    }
    throw new AssertionError("no seq in " + log);
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }
}
