package dev.stockade.journal.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Elastic Common Schema 9. What it has no field for is below {@code stockade}. */
final class Ecs implements Form {
  private static final String OURS = "stockade";

  @Override
  public RecordTree write(RecordTree record, String id) {
    String kind = String.valueOf(record.text("kind"));
    Severity severity = Severity.of(record);
    RecordTree line = new RecordTree();
    line.put("ecs.version", "9.0.0");
    line.put("message", record.text("reason") == null ? kind : record.text("reason"));
    line.put("event.kind", severity == Severity.VIOLATION ? "alert" : "event");
    line.put("event.action", kind.replace('.', '-'));
    line.put("event.module", OURS).put("event.provider", OURS).put("event.id", id);
    line.put("event.severity", severity.number).put("log.level", severity.level);
    EcsEvent.put(record, line);
    String rule = MainRule.of(record);
    if (rule != null) {
      line.put("rule.id", rule).put("rule.name", rule);
      line.put("rule.category", MainRule.category(rule));
      line.put("rule.ruleset", record.text("policy.profile"));
    }
    boolean inbound = "in".equals(record.text("direction"));
    if (kind.startsWith("tls.")) {
      session(kind, record, line);
      EcsCertificate.put(record, line);
      peer(EcsRows.peerEnd(inbound), inbound ? "client" : "server", record, line);
    } else if (kind.startsWith("aws.")) {
      request(record, line);
    }
    Row.move(EcsRows.of(kind, inbound), record, line);
    Row.move(EcsRows.RENAMED, record, record);
    return line.put(OURS, record.members());
  }

  private static void session(String kind, RecordTree record, RecordTree line) {
    line.put("network.protocol", "tls");
    if ("SSLSocket".equals(record.text("tls.engine"))) {
      line.put("network.transport", "tcp");
    }
    String version = record.text("tls.version");
    if (Conversion.VERSION_NUMBER.holds(version)) {
      line.put(
          "tls.version_protocol",
          version.startsWith("D") ? "dtls" : version.startsWith("S") ? "ssl" : "tls");
    }
    if (!kind.equals("tls.certificate")) {
      line.put("tls.established", kind.equals("tls.handshake"));
    }
    if (kind.equals("tls.failed")) {
      line.put("error.code", Alert.of(record)).put("error.message", record.text("reason"));
    }
  }

  private static void peer(String end, String role, RecordTree record, RecordTree line) {
    String host = record.text("peer.host");
    String ip = Conversion.IP.holds(record.get("peer.ip")) ? record.text("peer.ip") : null;
    Object port = Conversion.NUMBER.out(record.get("peer.port"));
    Object domain = Conversion.NAME.out(record.get("peer.host"));
    line.put(end + ".address", host == null ? ip : host);
    line.put(role + ".address", host == null ? ip : host);
    line.put(role + ".domain", domain).put(role + ".ip", ip).put(role + ".port", port);
    if (ip != null) {
      line.put("network.type", IpLiteral.isV6(ip) ? "ipv6" : "ipv4");
    }
    related("ip", ip, null, line);
    related("hosts", domain, record.text("peer.sni"), line);
  }

  private static void request(RecordTree record, RecordTree line) {
    line.put("cloud.target.provider", "aws");
    String host = record.text("http.host");
    line.put("destination.address", host).put("destination.domain", host);
    line.put("network.direction", "egress");
    related("hosts", host, null, line);
  }

  private static void related(String what, Object one, Object other, RecordTree line) {
    Set<Object> all = new LinkedHashSet<>();
    all.add(one);
    all.add(other);
    all.remove(null);
    line.put("related." + what, all.isEmpty() ? null : new ArrayList<>(all));
  }

  @Override
  public boolean isOf(RecordTree line) {
    return line.has("ecs.version");
  }

  @Override
  public RecordTree read(RecordTree line) {
    Object rest = line.get(OURS);
    if (!(rest instanceof Map)) {
      throw new IllegalArgumentException("an ECS event of another product");
    }
    RecordTree record = RecordTree.of((Map<?, ?>) rest);
    Row.restore(EcsRows.RENAMED, record);
    boolean inbound = "ingress".equals(line.text("network.direction"));
    List<Row> rows = EcsRows.of(String.valueOf(record.text("kind")), inbound);
    Row.back(rows, line, record);
    return record;
  }

  @Override
  public String id(RecordTree line) {
    return line.text("event.id");
  }
}
