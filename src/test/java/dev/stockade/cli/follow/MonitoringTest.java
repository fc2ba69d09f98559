package dev.stockade.cli.follow;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.stockade.cli.follow.metric.MetricFamily;
import dev.stockade.cli.follow.metric.OwnMetric;
import dev.stockade.policy.rule.Action;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The alerts, the dashboard and the page ask for metrics and labels that exist. */
class MonitoringTest {
  private static final Path DOCS = Path.of("").toAbsolutePath().getParent().resolve("docs");
  private static final Pattern METRIC = Pattern.compile("stockade_[a-z_]+");
  private static final Pattern MATCHER = Pattern.compile("([a-z_]+)(?:=|!=|=~)\"([^\"]*)\"");
  private static final Pattern BY = Pattern.compile("by \\(([^)]*)\\)");

  @Test
  void everyAlertHasASeverityASentenceAndAnExpressionThatCanFire() throws Exception {
    Map<?, ?> file =
        (Map<?, ?>)
            new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(DOCS.resolve("monitoring/alerts.yaml")));
    Map<?, ?> group = (Map<?, ?>) ((List<?>) file.get("groups")).get(0);
    List<?> rules = (List<?>) group.get("rules");
    assertThat(rules).hasSize(9);
    for (Object one : rules) {
      Map<?, ?> rule = (Map<?, ?>) one;
      assertExists(rule.get("expr").toString());
      assertThat(((Map<?, ?>) rule.get("labels")).get("severity")).isIn("critical", "warning");
      assertThat(((Map<?, ?>) rule.get("annotations")).get("summary")).isNotNull();
    }
  }

  @Test
  void everyPanelOfTheDashboardAsksForWhatExists() throws Exception {
    JsonObject dashboard =
        JsonParser.parseString(Files.readString(DOCS.resolve("monitoring/dashboard.json")))
            .getAsJsonObject();
    List<String> expressions = new ArrayList<>();
    for (JsonElement panel : dashboard.getAsJsonArray("panels")) {
      for (JsonElement target : panel.getAsJsonObject().getAsJsonArray("targets")) {
        expressions.add(target.getAsJsonObject().get("expr").getAsString());
      }
    }
    assertThat(expressions).hasSizeGreaterThan(10);
    expressions.forEach(MonitoringTest::assertExists);
    Set<String> asked = new HashSet<>();
    expressions.forEach(one -> METRIC.matcher(one).results().forEach(m -> asked.add(m.group())));
    assertThat(asked).isEqualTo(metrics());
  }

  @Test
  void thePageNamesEveryMetric() throws Exception {
    String page = Files.readString(DOCS.resolve("follow.md"));
    assertThat(metrics()).allMatch(page::contains);
    for (MetricFamily family : MetricFamily.values()) {
      assertThat(page).contains(family.otelName());
    }
  }

  private static void assertExists(String expression) {
    assertThat(METRIC.matcher(expression).results().map(one -> one.group()))
        .describedAs(expression)
        .isNotEmpty()
        .allMatch(metrics()::contains);
    Matcher label = MATCHER.matcher(expression);
    while (label.find()) {
      assertThat(labels()).describedAs(expression).contains(label.group(1));
      if (label.group(1).equals("action")) {
        assertThat(Stream.of(Action.values()).map(Action::label)).contains(label.group(2));
      }
    }
    Matcher by = BY.matcher(expression);
    while (by.find()) {
      assertThat(labels()).describedAs(expression).contains(by.group(1).split(", "));
    }
  }

  private static Set<String> metrics() {
    Set<String> all =
        new HashSet<>(Set.of("stockade_info", "stockade_last_record_timestamp_seconds"));
    for (MetricFamily family : MetricFamily.values()) {
      all.add(family.metric() + "_total");
    }
    for (OwnMetric own : OwnMetric.values()) {
      all.add(own.metric() + (own.isCounter() ? "_total" : ""));
    }
    return all;
  }

  private static Set<String> labels() {
    Set<String> all = new HashSet<>(Set.of("service", "instance", "version", "mode", "profile"));
    for (MetricFamily family : MetricFamily.values()) {
      for (int i = 0; i < family.width(); i++) {
        all.add(family.label(i));
      }
    }
    return all;
  }
}
