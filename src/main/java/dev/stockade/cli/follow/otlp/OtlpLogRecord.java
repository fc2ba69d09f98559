package dev.stockade.cli.follow.otlp;

import dev.stockade.cli.follow.tail.FollowedRecord;
import dev.stockade.journal.EventKind;
import dev.stockade.policy.rule.Direction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A record as OpenTelemetry's log record, by its semantic conventions where they have a name. */
final class OtlpLogRecord {
  private final FollowedRecord record;
  private final OtlpValues values = new OtlpValues();

  private OtlpLogRecord(FollowedRecord record) {
    this.record = record;
  }

  /**
   * @param observed when it was read, in milliseconds since the epoch
   */
  static Map<String, Object> of(FollowedRecord record, long observed) {
    OtlpLogRecord log = new OtlpLogRecord(record);
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("timeUnixNano", OtlpValues.nanos(record.time()));
    members.put("observedTimeUnixNano", OtlpValues.nanos(observed));
    Severity severity = Severity.of(record);
    members.put("severityNumber", severity.number);
    members.put("severityText", severity.name());
    members.put("eventName", "stockade." + record.text("kind"));
    String reason = record.text("reason");
    members.put("body", OtlpValues.string(reason == null ? record.text("kind") : reason));
    members.put("attributes", log.attributes());
    return members;
  }

  private List<Object> attributes() {
    own();
    String rule = record.rule();
    values.text("security_rule.name", rule);
    values.text("security_rule.category", rule == null ? null : rule.split("\\.", 2)[0]);
    values.text("security_rule.ruleset.name", record.text("policy", "profile"));
    EventKind kind = record.kind();
    if (record.value("tls") != null || record.value("peer") != null) {
      tls(kind);
    }
    if (record.value("aws") != null) {
      aws();
    }
    values.text("error.type", error(kind, rule));
    String type = record.text("code", "class");
    String method = record.text("code", "method");
    values.text("code.function.name", type == null || method == null ? type : type + "." + method);
    values.text("stockade.code.jar", record.text("code", "jar"));
    return values.list();
  }

  /** The alert, or the rule of what Stockade refused; null for what did not fail. */
  private String error(EventKind kind, String rule) {
    if (kind == EventKind.TLS_BLOCKED || kind == EventKind.AWS_BLOCKED) {
      return rule;
    }
    String reason = kind == EventKind.TLS_FAILED ? record.text("reason") : null;
    int colon = reason == null ? -1 : reason.indexOf(": ");
    return colon > 0 && reason.substring(0, colon).matches("[a-z_]{1,40}")
        ? reason.substring(0, colon)
        : reason == null ? null : "_OTHER";
  }

  private void own() {
    values.text("log.record.uid", record.id());
    for (String name :
        new String[] {
          "kind", "mode", "verdict", "action", "exception", "process", "first", "last"
        }) {
      values.text("stockade." + name, record.text(name));
    }
    values.number("stockade.seq", record.number("seq"));
    values.number("stockade.count", record.number("count"));
    values.texts("stockade.rules", record.value("rules"));
    values.text("stockade.policy.digest", record.text("policy", "digest"));
    for (String name : new String[] {"verdict", "action", "reason"}) {
      values.text("stockade.candidate." + name, record.text("candidate", name));
    }
    values.text("stockade.certificate", record.text("certificate"));
    values.text("stockade.client_certificate", record.text("clientCertificate"));
    for (String name : new String[] {"subject", "issuer", "serial", "sha256", "notAfter"}) {
      values.text("stockade.x509." + name, record.text("x509", name));
    }
  }

  private void tls(EventKind kind) {
    String version = record.text("tls", "version");
    int number = version == null ? -1 : version.indexOf('v');
    if (number > 0) {
      String family = version.substring(0, number);
      String digits = version.substring(number + 1);
      values.text("tls.protocol.name", family.toLowerCase(Locale.ROOT));
      values.text("tls.protocol.version", digits.equals("1") ? "1.0" : digits);
    }
    values.text("tls.cipher", record.text("tls", "cipher"));
    values.text("tls.curve", record.text("tls", "group"));
    values.flag("tls.resumed", record.value("tls", "resumed"));
    if (kind != EventKind.TLS_CERTIFICATE) {
      values.flag("tls.established", kind == EventKind.TLS_HANDSHAKE);
    }
    ends();
    for (String name : new String[] {"provider", "engine", "alpn"}) {
      values.text("stockade.tls." + name, record.text("tls", name));
    }
    values.number("stockade.tls.dh_bits", record.number("tls", "dhBits"));
    values.text("stockade.tls.signature_scheme", record.text("tls", "signatureScheme"));
  }

  private void ends() {
    String direction = record.text("direction");
    String ip = record.text("peer", "ip");
    String host = record.text("peer", "host");
    long port = record.number("peer", "port");
    values.text("network.peer.address", ip);
    values.number("network.peer.port", ip == null ? 0 : port);
    String end = Objects.equals(direction, Direction.IN.label()) ? "client" : "server";
    values.text(end + ".address", host == null ? ip : host);
    values.number(end + ".port", host == null && ip == null ? 0 : port);
    values.text("stockade.direction", direction);
    values.text("stockade.sni", record.text("peer", "sni"));
    values.text("stockade.via.host", record.text("via", "host"));
    values.text("stockade.via.ip", record.text("via", "ip"));
    values.number("stockade.via.port", record.number("via", "port"));
  }

  private void aws() {
    String service = record.text("aws", "service");
    String operation = record.text("aws", "operation");
    values.text("rpc.system.name", "aws-api");
    values.text(
        "rpc.method", service == null || operation == null ? null : service + "/" + operation);
    values.text("cloud.region", record.text("aws", "region"));
    values.text("http.request.method", record.text("http", "method"));
    values.number("http.response.status_code", record.number("http", "status"));
    values.text("server.address", record.text("http", "host"));
    for (String name :
        new String[] {"partition", "service", "operation", "credential", "signature", "answer"}) {
      values.text("stockade.aws." + name, record.text("aws", name));
    }
    values.text("stockade.aws.access_key_tail", record.text("aws", "accessKey"));
    values.text("aws.request_id", record.text("aws", "requestId"));
    values.text("stockade.http.client", record.text("http", "client"));
  }
}
