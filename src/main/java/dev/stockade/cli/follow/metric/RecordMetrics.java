package dev.stockade.cli.follow.metric;

import dev.stockade.cli.follow.tail.FollowedRecord;
import dev.stockade.journal.EventKind;
import dev.stockade.policy.rule.Verdict;

/** Which counters a record adds to. */
final class RecordMetrics {
  /** An engine of the AWS CRT: its records are about a context, not a connection. */
  private static final String CONTEXT = "TlsContext";

  private RecordMetrics() {}

  static void take(FollowedRecord record, MetricSource source) {
    source.mode = Labels.name(record.text("mode"));
    source.profile = Labels.name(record.text("policy", "profile"));
    String version = record.version();
    source.version = version == null ? source.version : Labels.name(version);
    String verdict = Labels.verdict(record.text("verdict"));
    String action = Labels.action(record.text("action"));
    EventKind kind = record.kind();
    if (kind == null) {
      return;
    }
    switch (kind) {
      case TLS_HANDSHAKE:
      case TLS_FAILED:
      case TLS_BLOCKED:
        if (CONTEXT.equals(record.text("tls", "engine"))) {
          return;
        }
        source.add(
            MetricFamily.HANDSHAKES,
            record.count(),
            outcome(kind),
            Labels.direction(record.text("direction")),
            verdict,
            action,
            Labels.version(record.text("tls", "version")));
        break;
      case AWS_REQUEST:
      case AWS_BLOCKED:
        source.add(
            MetricFamily.REQUESTS,
            record.count(),
            Labels.awsService(record.text("aws", "service")),
            Labels.signature(record.text("aws", "signature")),
            verdict,
            action);
        break;
      case TAMPER:
        source.add(MetricFamily.TAMPERING, record.count(), Labels.rule(record.rule()));
        return;
      case DROPPED:
        source.add(MetricFamily.DROPPED, record.count());
        return;
      default:
        return;
    }
    if (verdict.equals(Verdict.VIOLATION.label())) {
      source.add(MetricFamily.VIOLATIONS, record.count(), Labels.rule(record.rule()), action);
    }
  }

  private static String outcome(EventKind kind) {
    return kind == EventKind.TLS_HANDSHAKE
        ? "handshake"
        : kind == EventKind.TLS_FAILED ? "failed" : "blocked";
  }
}
