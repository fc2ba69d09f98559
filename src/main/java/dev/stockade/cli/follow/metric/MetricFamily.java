package dev.stockade.cli.follow.metric;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The counters out of records: their names in Prometheus and OpenTelemetry, and their labels. */
public enum MetricFamily {
  HANDSHAKES(
      "stockade_tls_handshakes",
      "stockade.tls.handshakes",
      "{handshake}",
      "TLS handshakes, completed or not.",
      "outcome=stockade.outcome",
      "direction=stockade.direction",
      "verdict=stockade.verdict",
      "action=stockade.action",
      "tls_version=tls.protocol.version"),
  VIOLATIONS(
      "stockade_violations",
      "stockade.violations",
      "{violation}",
      "Handshakes and requests that offend the policy, by the rule that decided.",
      "rule=security_rule.name",
      "action=stockade.action"),
  REQUESTS(
      "stockade_aws_requests",
      "stockade.aws.requests",
      "{request}",
      "Requests to AWS, sent or refused.",
      "aws_service=stockade.aws.service",
      "signature=stockade.aws.signature",
      "verdict=stockade.verdict",
      "action=stockade.action"),
  TAMPERING(
      "stockade_tamper_events",
      "stockade.tamper.events",
      "{event}",
      "Times that the protection was touched at run time.",
      "rule=security_rule.name"),
  DROPPED(
      "stockade_dropped_records",
      "stockade.records.dropped",
      "{record}",
      "Events that a journal has no record of.");

  private final String name;
  private final String otelName;
  private final String unit;
  private final String help;

  /** Of each label its name in Prometheus and in OpenTelemetry, one behind the other. */
  private final String labels;

  private final int width;

  MetricFamily(String name, String otelName, String unit, String help, String... labels) {
    this.name = name;
    this.otelName = otelName;
    this.unit = unit;
    this.help = help;
    this.labels = String.join("=", labels);
    this.width = labels.length;
  }

  /** In Prometheus, without {@code _total}. */
  public String metric() {
    return name;
  }

  public String otelName() {
    return otelName;
  }

  public String unit() {
    return unit;
  }

  public String help() {
    return help;
  }

  public int width() {
    return width;
  }

  /** Of a label, in Prometheus. */
  public String label(int index) {
    return labels.split("=", -1)[2 * index];
  }

  /** The same in OpenTelemetry. */
  public String attribute(int index) {
    return labels.split("=", -1)[2 * index + 1];
  }

  /** The values of what has no room among the others. */
  List<String> others() {
    return Collections.unmodifiableList(Collections.nCopies(width, Labels.OTHER));
  }

  /** Null for one of a later version. */
  static MetricFamily named(String otelName) {
    return Arrays.stream(values())
        .filter(one -> one.otelName.equals(otelName))
        .findFirst()
        .orElse(null);
  }
}
