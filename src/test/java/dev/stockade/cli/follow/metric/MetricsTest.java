package dev.stockade.cli.follow.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.base.Json;
import dev.stockade.cli.command.JsonText;
import dev.stockade.cli.command.JsonTree;
import dev.stockade.cli.command.JsonView;
import dev.stockade.cli.follow.tail.FollowedRecord;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Counters, whose labels a journal cannot make many, long or harmful. */
class MetricsTest {
  private static final Pattern SAMPLE =
      Pattern.compile("[a-z_]+(\\{([a-z_]+=\"([^\"\\\\\n]|\\\\[\\\\\"n])*\",?)*\\})? -?[0-9.]+");

  private final Metrics metrics = new Metrics();

  @Test
  void forgedRecordsMakeABoundedNumberOfSeriesAndNoLineOfTheirOwn() {
    for (int i = 0; i < 3_000; i++) {
      metrics.take(
          record(
              "tls.handshake",
              "s" + i % 300 + "\n\"\\x",
              new Json().text("verdict", "v" + i).text("action", "a" + i).text("rule", "r" + i)));
      metrics.take(
          record(
              "aws.request",
              "s",
              new Json().begin("aws").text("service", "svc" + i).text("signature", "x" + i).end()));
    }
    List<String> lines = text(false).lines().toList();
    assertThat(lines).allMatch(line -> line.startsWith("# ") || SAMPLE.matcher(line).matches());
    assertThat(lines.stream().filter(line -> line.startsWith("stockade_tls_handshakes")))
        .hasSizeLessThanOrEqualTo(Metrics.MAX_SOURCES)
        .allMatch(line -> line.contains("verdict=\"_other\""));
    assertThat(lines.stream().filter(line -> line.startsWith("stockade_aws_requests")))
        .hasSize(MetricSource.MAX_SERIES + 1)
        .anyMatch(line -> line.contains("aws_service=\"_other\""));
  }

  @Test
  void aFoldedRecordCountsAllThatItStandsForAndAContextCountsAsNone() {
    metrics.take(record("tls.handshake", "s", new Json().number("count", 41)));
    metrics.take(record("tls.handshake", "s", new Json()));
    metrics.take(
        record("tls.handshake", "s", new Json().begin("tls").text("engine", "TlsContext").end()));
    metrics.take(record("dropped", "s", new Json().number("count", 7)));
    metrics.take(record("tamper", "s", new Json().text("rule", "tamper.provider")));
    metrics.take(record("of.a.later.version", "s", new Json()));
    assertThat(text(false))
        .contains("tls_version=\"\"} 42\n")
        .contains("stockade_dropped_records_total{service=\"s\",instance=\"i\"} 7\n")
        .contains(
            "stockade_tamper_events_total{service=\"s\",instance=\"i\",rule=\"tamper.provider\"} 1\n");
  }

  @Test
  void openMetricsEndsWithItsMarkAndNamesFamiliesWithoutTotal() {
    metrics.take(record("tls.handshake", "s", new Json()));
    assertThat(text(true))
        .endsWith("\n# EOF\n")
        .contains("# TYPE stockade_tls_handshakes counter\n", "# TYPE stockade info\n")
        .contains("# UNIT stockade_last_record_timestamp_seconds seconds\n");
    assertThat(text(false))
        .contains("# TYPE stockade_tls_handshakes_total counter\n", "# TYPE stockade_info gauge\n");
  }

  @Test
  void aCheckpointKeepsAll() throws IOException {
    metrics.take(record("tls.handshake", "s", new Json().text("verdict", "pass")));
    metrics.add(OwnMetric.SKIPPED_LINES, 3);
    Metrics next = new Metrics();
    next.restore(new JsonView("metrics", JsonTree.object(JsonText.of(metrics.members()))));
    assertThat(next.render(new PrometheusText(true))).isEqualTo(text(true));
  }

  @Test
  void theServerSpeaksWhatTheScraperAccepts() throws IOException {
    metrics.take(record("tls.handshake", "s", new Json()));
    try (MetricsServer server =
        MetricsServer.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), metrics)) {
      HttpURLConnection plain = get(server, "/metrics", "text/plain");
      assertThat(plain.getContentType()).isEqualTo(PrometheusText.TEXT_TYPE);
      assertThat(new String(plain.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(text(false));
      HttpURLConnection open =
          get(server, "/metrics", "application/openmetrics-text;version=1.0.0,text/plain;q=0.5");
      assertThat(open.getContentType()).isEqualTo(PrometheusText.OPEN_METRICS_TYPE);
      assertThat(open.getInputStream().readAllBytes()).asString().endsWith("# EOF\n");
      assertThat(get(server, "/", "*/*").getResponseCode()).isEqualTo(404);
      HttpURLConnection post = get(server, "/metrics", "*/*");
      post.setRequestMethod("POST");
      assertThat(post.getResponseCode()).isEqualTo(405);
    }
  }

  private static HttpURLConnection get(MetricsServer server, String path, String accept)
      throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection)
            URI.create("http://127.0.0.1:" + server.port() + path).toURL().openConnection();
    connection.setRequestProperty("Accept", accept);
    return connection;
  }

  private String text(boolean open) {
    return metrics.render(new PrometheusText(open));
  }

  private static FollowedRecord record(String kind, String service, Json more) {
    Json json = new Json().text("time", "2026-11-30T10:00:00.000Z").text("kind", kind);
    json.text("service", service).text("instance", "i").members(more.members());
    return FollowedRecord.of("{" + json.members() + "}");
  }
}
