package dev.stockade.cli.follow.otlp;

import static dev.stockade.cli.journal.SeenFacts.AUDIT;
import static dev.stockade.cli.journal.SeenFacts.STATIC_RSA;
import static dev.stockade.cli.journal.SeenFacts.aws;
import static dev.stockade.cli.journal.SeenFacts.in;
import static dev.stockade.cli.journal.SeenFacts.out;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.util.JsonFormat;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.stockade.cli.Cli;
import dev.stockade.cli.journal.TestJournal;
import dev.stockade.policy.rule.Rule;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a collector gets, read by OpenTelemetry's own messages, and what it may answer. */
class OtlpTest {
  @TempDir private Path folder;
  private final List<ExportLogsServiceRequest> logs = new ArrayList<>();
  private final List<ExportMetricsServiceRequest> metrics = new ArrayList<>();

  /** What is answered to the next requests of logs; then 200. */
  private final Deque<String> answers = new ArrayDeque<>();

  private HttpServer collector;
  private Path journal;
  private Path state;

  @BeforeEach
  void open() throws IOException {
    journal = folder.resolve("j.ndjson");
    state = folder.resolve("state");
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext("/base/v1/logs", this::takeLogs);
    collector.createContext("/base/v1/metrics", this::takeMetrics);
    collector.start();
    try (TestJournal records = new TestJournal(journal, AUDIT)) {
      records.add(out("bad.host", 443, "TLSv1.2", STATIC_RSA));
      records.add(in("TLSv1.3", "TLS_AES_128_GCM_SHA256"));
      records.add(aws("sqs.eu-west-1.amazonaws.com", Rule.AWS_UNSIGNED));
    }
  }

  @AfterEach
  void close() {
    collector.stop(0);
  }

  @Test
  void everyRecordArrivesAsALogAndEveryCounterAsASum() throws IOException {
    Cli cli = follow();

    assertThat(cli.exitCode()).describedAs("%s", cli).isZero();
    List<LogRecord> records = records();
    assertThat(records).hasSameSizeAs(Files.readAllLines(journal));
    LogRecord weak =
        records.stream()
            .filter(one -> one.toString().contains("bad.host"))
            .findFirst()
            .orElseThrow();
    assertThat(weak.getSeverityNumberValue()).isEqualTo(17);
    assertThat(weak.getEventName()).isEqualTo("stockade.tls.handshake");
    assertThat(weak.getTimeUnixNano()).isPositive();
    Map<String, String> attributes = attributes(weak.getAttributesList());
    assertThat(attributes)
        .containsEntry("server.address", "bad.host")
        .containsEntry("server.port", "443")
        .containsEntry("network.peer.address", "10.0.0.7")
        .containsEntry("tls.protocol.name", "tls")
        .containsEntry("tls.protocol.version", "1.2")
        .containsEntry("tls.established", "true")
        .containsEntry("security_rule.name", "tls.forward-secrecy")
        .containsEntry("stockade.verdict", "violation")
        .containsEntry("code.function.name", "com.acme.Dao.load");
    assertThat(attributes.get("log.record.uid")).matches("[0-9a-f]{64}");
    assertThat(attributes(logs.get(0).getResourceLogs(0).getResource().getAttributesList()))
        .containsEntry("service.name", "orders")
        .containsEntry("host.name", "host-1");

    List<Metric> sums =
        metrics.get(metrics.size() - 1).getResourceMetrics(0).getScopeMetrics(0).getMetricsList();
    assertThat(sums)
        .extracting(Metric::getName)
        .containsExactly("stockade.tls.handshakes", "stockade.violations", "stockade.aws.requests");
    assertThat(sums)
        .allMatch(
            one ->
                one.getSum().getIsMonotonic()
                    && one.getSum().getAggregationTemporality()
                        == AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE);
    assertThat(sums.get(1).getSum().getDataPoints(0).getAsInt()).isOne();
  }

  @Test
  void oneThatIsAwayIsAskedAgainAndNothingIsLostOrSentTwice() throws IOException {
    answers.addAll(List.of("503", "429 Retry-After: 1", "200"));
    long begin = System.nanoTime();
    Cli cli = follow();
    assertThat(cli.exitCode()).describedAs("%s", cli).isZero();
    assertThat(System.nanoTime() - begin).isGreaterThan(1_400_000_000L);
    assertThat(logs).hasSize(3);
    assertThat(logs.get(1)).isEqualTo(logs.get(0));
    assertThat(logs.get(2)).isEqualTo(logs.get(0));
    assertThat(spooled()).isEmpty();
    assertThat(cli.err()).contains("answers 503", "takes what it gets again");
  }

  @Test
  void whatItDoesNotTakeIsSaidAndNotSentAgain() throws IOException {
    answers.add("400");
    Cli refused = follow();
    assertThat(refused.exitCode()).isZero();
    assertThat(logs).hasSize(1);
    assertThat(refused.err()).contains("answers 400");
    assertThat(spooled()).isEmpty();

    Files.writeString(journal, Files.readAllLines(journal).get(1) + "\n", APPEND);
    answers.add(
        "200 {\"partialSuccess\":{\"rejectedLogRecords\":\"1\",\"errorMessage\":\"too old\"}}");
    Cli partly = follow();
    assertThat(partly.exitCode()).isZero();
    assertThat(partly.err()).contains("did not take 1 of the records: too old");
    assertThat(logs).hasSize(2);
  }

  @Test
  void aWrongCredentialEndsItAndWhatWasReadWaitsForTheNextStart() throws IOException {
    answers.add("401");
    Cli cli = follow();
    assertThat(cli.exitCode()).isEqualTo(1);
    assertThat(cli.err()).contains("answers 401", "waits in " + state.resolve("spool"));
    assertThat(spooled()).hasSize(1);

    logs.clear();
    assertThat(follow().exitCode()).isZero();
    assertThat(records()).hasSameSizeAs(Files.readAllLines(journal));
  }

  @Test
  void aSecondProcessWithTheSameStateIsRefused() throws IOException {
    Files.createDirectories(state);
    try (FileChannel file = FileChannel.open(state.resolve("lock"), CREATE, WRITE)) {
      assertThat(file.tryLock()).isNotNull();
      Cli cli = follow();
      assertThat(cli.exitCode()).isEqualTo(1);
      assertThat(cli.err()).contains("another process follows with this state");
    }
  }

  @Test
  void headersAreReadAsOpenTelemetryWritesThemAndNeverShown() {
    assertThat(OtlpHeaders.of("a=b, Authorization=Basic%20eA%3D%3D,c=1+2"))
        .containsEntry("a", "b")
        .containsEntry("Authorization", "Basic eA==")
        .containsEntry("c", "1+2");
    assertThat(OtlpHeaders.of(null)).isEmpty();
    for (String wrong : List.of("secret", "=secret", "a=%zzsecret", "a=%0d%0asecret")) {
      assertThatThrownBy(() -> OtlpHeaders.of(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void aTimeToWaitIsSecondsOrADate() {
    assertThat(Collector.wait("7")).isEqualTo(7_000);
    assertThat(Collector.wait("Sun, 06 Nov 1994 08:49:37 GMT")).isZero();
    assertThat(Collector.wait("soon")).isEqualTo(-1);
    assertThat(Collector.wait(null)).isEqualTo(-1);
    assertThat(Collector.wait("999999999")).isEqualTo(3_600_000);
  }

  private Cli follow() {
    String url = "http://127.0.0.1:" + collector.getAddress().getPort() + "/base/";
    return Cli.run("follow", journal, "--otlp", url, "--state", state, "--once");
  }

  private List<Path> spooled() throws IOException {
    try (Stream<Path> files = Files.list(state.resolve("spool"))) {
      return files.toList();
    }
  }

  private List<LogRecord> records() {
    return logs.stream()
        .flatMap(request -> request.getResourceLogsList().stream())
        .flatMap(resource -> resource.getScopeLogsList().stream())
        .flatMap(scope -> scope.getLogRecordsList().stream())
        .toList();
  }

  private static Map<String, String> attributes(List<KeyValue> list) {
    Map<String, String> all = new TreeMap<>();
    for (KeyValue one : list) {
      String value =
          one.getValue().hasStringValue()
              ? one.getValue().getStringValue()
              : one.getValue().hasIntValue()
                  ? String.valueOf(one.getValue().getIntValue())
                  : String.valueOf(one.getValue().getBoolValue());
      assertThat(all.put(one.getKey(), value)).describedAs(one.getKey()).isNull();
    }
    return all;
  }

  private void takeLogs(HttpExchange exchange) throws IOException {
    ExportLogsServiceRequest.Builder request = ExportLogsServiceRequest.newBuilder();
    JsonFormat.parser().merge(body(exchange), request);
    logs.add(request.build());
    answer(exchange, answers.isEmpty() ? "200" : answers.poll());
  }

  private void takeMetrics(HttpExchange exchange) throws IOException {
    ExportMetricsServiceRequest.Builder request = ExportMetricsServiceRequest.newBuilder();
    JsonFormat.parser().merge(body(exchange), request);
    metrics.add(request.build());
    answer(exchange, "200");
  }

  private static String body(HttpExchange exchange) throws IOException {
    assertThat(exchange.getRequestMethod()).isEqualTo("POST");
    assertThat(exchange.getRequestHeaders().getFirst("Content-Type")).isEqualTo("application/json");
    assertThat(exchange.getRequestHeaders().getFirst("Content-Encoding")).isEqualTo("gzip");
    return new String(new GZIPInputStream(exchange.getRequestBody()).readAllBytes(), UTF_8);
  }

  private static void answer(HttpExchange exchange, String what) throws IOException {
    String[] words = what.split(" ", 2);
    byte[] body = new byte[0];
    if (words.length > 1 && words[1].startsWith("{")) {
      body = words[1].getBytes(UTF_8);
    } else if (words.length > 1) {
      String[] header = words[1].split(": ", 2);
      exchange.getResponseHeaders().set(header[0], header[1]);
    }
    exchange.sendResponseHeaders(Integer.parseInt(words[0]), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
