package dev.stockade.e2e.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Cli;
import dev.stockade.e2e.kit.FollowProcess;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Lines;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Ports;
import dev.stockade.e2e.kit.Waiting;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prometheus itself scrapes, and its own tool reads what we write for it. */
class PrometheusTest {
  private static final String CONFIGURATION =
      """
      global:
        scrape_interval: 1s
      scrape_configs:
        - job_name: stockade
          honor_labels: true
          static_configs:
            - targets: ["127.0.0.1:PORT"]
      rule_files:
        - ALERTS
      """;

  private static final String FIRST_EVENT =
      """
      rule_files:
        - ALERTS
      evaluation_interval: 1m
      tests:
        - interval: 1m
          input_series:
            - series: 'stockade_violations_total{service="s",instance="i",rule="r",action="blocked"}'
              values: '_x9 1x50 2x30'
            - series: 'stockade_follow_lost_bytes_total'
              values: '0x100'
          alert_rule_test:
            - eval_time: 8m
              alertname: StockadeBlocked
            - eval_time: 12m
              alertname: StockadeBlocked
              exp_alerts: &alerts
                - exp_labels: {severity: critical, service: s, rule: r}
                  exp_annotations:
                    summary: 's: connections or requests were refused by r'
                    description: 'Somebody who used the service was turned away. The journal says who and why: java -jar stockade.jar explain r'
            - eval_time: 50m
              alertname: StockadeBlocked
            - eval_time: 65m
              alertname: StockadeBlocked
              exp_alerts: *alerts
            - eval_time: 90m
              alertname: StockadeBlocked
            - eval_time: 50m
              alertname: StockadeJournalUnread
      """;

  private static final Path ALERTS = Path.of("../docs/monitoring/alerts.yaml").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void prometheusScrapesTheCountersOfAService() throws Exception {
    String binary = binary("prometheus");
    Outcome service = service();
    try (FollowProcess follow =
        new FollowProcess(service.journal().toString(), "--prometheus", "127.0.0.1:0")) {
      int port = Ports.free();
      Path configuration = folder.resolve("prometheus.yml");
      Files.writeString(
          configuration,
          CONFIGURATION
              .replace("PORT", String.valueOf(follow.port()))
              .replace("ALERTS", ALERTS.normalize().toString()));
      Process prometheus =
          new ProcessBuilder(
                  binary,
                  "--config.file=" + configuration,
                  "--storage.tsdb.path=" + folder.resolve("data"),
                  "--web.listen-address=127.0.0.1:" + port)
              .redirectErrorStream(true)
              .start();
      try {
        Ports.awaitListener(port, prometheus, new Lines(prometheus.getInputStream()));
        String query = "stockade_violations_total{rule=\"tls.forward-secrecy\"}";
        Waiting.until(() -> query(port, query).contains("\"value\":"));
        assertThat(query(port, query))
            .contains("\"service\":\"weak-client\"", "\"action\":\"would-block\"", ",\"1\"]");
        assertThat(query(port, "up")).contains(",\"1\"]");
        assertThat(query(port, "stockade_info")).contains("\"mode\":\"audit\"");
      } finally {
        prometheus.destroyForcibly();
      }
    }
  }

  @Test
  void itsToolAcceptsTheTextFileAndTheAlerts() throws Exception {
    String tool = binary("promtool");
    Outcome follow =
        Cli.run(
            "follow", service().journal().toString(), "--textfile", folder.toString(), "--once");
    assertThat(follow.exitCode()).describedAs("%s", follow).isZero();
    assertThat(run(folder.resolve("stockade.prom"), tool, "check", "metrics")).isEmpty();
    assertThat(run(null, tool, "check", "rules", ALERTS.normalize().toString()))
        .contains("SUCCESS: 9 rules found");
  }

  @Test
  void anAlertFiresAtTheFirstEventAndAtEachThatFollows() throws Exception {
    Path tests = folder.resolve("tests.yaml");
    Files.writeString(tests, FIRST_EVENT.replace("ALERTS", ALERTS.normalize().toString()));
    assertThat(run(null, binary("promtool"), "test", "rules", tests.toString()))
        .contains("SUCCESS");
  }

  /** What a service left that connected to a weak peer. */
  private static Outcome service() throws Exception {
    try (OpensslServer server = OpensslServer.preferringWeak()) {
      return ChildJvm.on(Jdk.running())
          .withLegacyAlgorithms()
          .agent(Launch.JAVAAGENT, "service=weak-client")
          .start("SocketClient", server.target())
          .outcome();
    }
  }

  private static String query(int port, String query) throws Exception {
    String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
    URI uri = URI.create("http://127.0.0.1:" + port + "/api/v1/query?query=" + encoded);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /** What it printed, where its exit code is 0. */
  private String run(Path input, String... words) throws Exception {
    Path output = folder.resolve("output");
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    if (input != null) {
      builder.redirectInput(input.toFile());
    }
    int exit = builder.redirectOutput(output.toFile()).start().waitFor();
    assertThat(exit).describedAs("%s", Files.readString(output)).isZero();
    return Files.readString(output);
  }

  private static String binary(String name) {
    for (String folder : List.of("/usr/bin/", "/usr/local/bin/")) {
      if (Files.isExecutable(Path.of(folder + name))) {
        return folder + name;
      }
    }
    return abort(name + " is not installed");
  }
}
