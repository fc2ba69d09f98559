package dev.stockade.journal.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * CloudWatch's embedded metric format: the record itself, with a word on what CloudWatch shall
 * count of it. A record that nothing is counted of goes without that word.
 *
 * <p>Each combination of dimension values is a metric that is billed, so there are three: never a
 * host, an instance or a suite.
 */
final class Emf implements Form {
  private static final String DIRECTIONS = "_aws";
  private static final String SERVICE = "ServiceName";
  private static final String PROFILE = "Profile";
  private static final String RULE = "RuleId";

  /** Characters of a dimension's value. */
  private static final int MAX = 1024;

  private static final List<String> METRICS =
      Arrays.asList(
          "Handshakes",
          "FailedHandshakes",
          "AwsRequests",
          "Violations",
          "Blocked",
          "Tampering",
          "CanaryRollbacks",
          "DroppedRecords");

  @Override
  public RecordTree write(RecordTree record, String id) {
    List<String> metrics = metrics(record);
    Object time = Conversion.MILLIS.out(record.get(record.has("last") ? "last" : "time"));
    if (metrics.isEmpty() || time == null) {
      return record;
    }
    String rule = metrics.contains("Violations") ? MainRule.of(record) : null;
    RecordTree line = new RecordTree();
    line.put(DIRECTIONS, directions(time, metrics, rule != null));
    line.put(SERVICE, dimension(record.text("service")));
    line.put(PROFILE, dimension(record.text("policy.profile")));
    line.put(RULE, rule == null ? null : dimension(rule));
    long count = Math.max(1, record.number("count"));
    for (String metric : metrics) {
      line.put(metric, count);
    }
    line.members().putAll(record.members());
    return line;
  }

  private static List<String> metrics(RecordTree record) {
    List<String> metrics = new ArrayList<>();
    String kind = String.valueOf(record.text("kind"));
    switch (kind) {
      case "tls.handshake":
      case "tls.failed":
      case "tls.blocked":
        // A context of the AWS CRT is no connection.
        if (!"TlsContext".equals(record.text("tls.engine"))) {
          metrics.add("Handshakes");
        }
        if (kind.equals("tls.failed")) {
          metrics.add("FailedHandshakes");
        }
        break;
      case "aws.request":
      case "aws.blocked":
        metrics.add("AwsRequests");
        break;
      case "tamper":
        metrics.add("Tampering");
        break;
      case "canary.change":
        metrics.add("CanaryRollbacks");
        break;
      case "dropped":
        metrics.add("DroppedRecords");
        break;
      default:
    }
    if ("violation".equals(record.text("verdict"))) {
      metrics.add("Violations");
    }
    if ("blocked".equals(record.text("action"))) {
      metrics.add("Blocked");
    }
    return metrics;
  }

  private static Map<String, Object> directions(Object time, List<String> metrics, boolean rule) {
    List<Object> sets = new ArrayList<>();
    sets.add(Collections.singletonList(SERVICE));
    sets.add(Arrays.asList(SERVICE, PROFILE));
    if (rule) {
      sets.add(Arrays.asList(SERVICE, RULE));
    }
    List<Object> units = new ArrayList<>();
    for (String metric : metrics) {
      Map<String, Object> unit = new LinkedHashMap<>();
      unit.put("Name", metric);
      unit.put("Unit", "Count");
      units.add(unit);
    }
    Map<String, Object> directive = new LinkedHashMap<>();
    directive.put("Namespace", "Stockade");
    directive.put("Dimensions", sets);
    directive.put("Metrics", units);
    Map<String, Object> directions = new LinkedHashMap<>();
    directions.put("Timestamp", time);
    directions.put("CloudWatchMetrics", Collections.singletonList(directive));
    return directions;
  }

  /** ASCII without control characters, not blank, and without a colon at the beginning. */
  private static String dimension(String text) {
    String plain = text == null ? "" : text.replaceAll("[^ -~]|^:", "_").trim();
    return plain.isEmpty() ? "unknown" : plain.substring(0, Math.min(MAX, plain.length()));
  }

  @Override
  public boolean isOf(RecordTree line) {
    return line.has(DIRECTIONS);
  }

  @Override
  public RecordTree read(RecordTree line) {
    if (!line.has("kind")) {
      throw new IllegalArgumentException("EMF of another program");
    }
    line.remove(DIRECTIONS);
    line.remove(SERVICE);
    line.remove(PROFILE);
    line.remove(RULE);
    METRICS.forEach(line::remove);
    return line;
  }

  @Override
  public String id(RecordTree line) {
    return null;
  }
}
