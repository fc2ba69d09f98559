package dev.stockade.cli.export;

import dev.stockade.journal.format.IpLiteral;
import dev.stockade.journal.format.RecordTree;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Connections and requests by the names of OpenTelemetry's semantic conventions. */
final class OtlpSession {
  private static final List<String> TLS = Arrays.asList("tls.group", "tls.resumed");

  private static final List<String> AWS =
      Arrays.asList("http.method", "http.host", "http.status", "aws.region");

  private OtlpSession() {}

  /** The members that have such a name as they are. */
  static List<String> placed(String kind) {
    boolean tls = kind.startsWith("tls.");
    return tls ? TLS : kind.startsWith("aws.") ? AWS : Collections.<String>emptyList();
  }

  static void put(String kind, RecordTree record, OtlpAttributes attributes) {
    String version = record.text("tls.version");
    if (version != null && version.matches("(SSL|TLS|DTLS)v[0-9](\\.[0-9])?")) {
      String number = version.substring(version.indexOf('v') + 1);
      String name = version.startsWith("D") ? "dtls" : version.startsWith("S") ? "ssl" : "tls";
      attributes.put("tls.protocol.name", name);
      attributes.put("tls.protocol.version", number.contains(".") ? number : number + ".0");
    }
    String cipher = record.text("tls.cipher");
    attributes.put("tls.cipher", cipher == null ? null : cipher.replaceFirst("^SSL_", "TLS_"));
    attributes.put("tls.curve", record.get("tls.group"));
    attributes.put("tls.resumed", record.get("tls.resumed"));
    if (!kind.equals("tls.certificate")) {
      attributes.put("tls.established", kind.equals("tls.handshake"));
    }
    String end = "in".equals(record.get("direction")) ? "client" : "server";
    String ip = record.text("peer.ip");
    String host = record.text("peer.host");
    boolean isAddress = ip != null && IpLiteral.is(ip);
    attributes.put("network.peer.address", isAddress ? ip : null);
    attributes.put("network.peer.port", isAddress ? record.get("peer.port") : null);
    attributes.put(end + ".address", host == null ? ip : host);
    attributes.put(end + ".port", record.get("peer.port"));
  }

  static void request(RecordTree record, OtlpAttributes attributes) {
    attributes.put("rpc.system.name", "aws-api").put("cloud.region", record.get("aws.region"));
    String service = record.text("aws.service");
    String operation = record.text("aws.operation");
    if (service != null && operation != null) {
      attributes.put("rpc.method", service + "/" + operation);
    }
    attributes.put("http.request.method", record.get("http.method"));
    attributes.put("server.address", record.get("http.host"));
    attributes.put("http.response.status_code", record.get("http.status"));
  }
}
