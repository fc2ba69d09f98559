package dev.stockade.journal.format;

import static dev.stockade.journal.format.Row.number;
import static dev.stockade.journal.format.Row.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which field of ECS 9 holds which of a record's. */
final class EcsRows {
  private static final List<Row> ALL =
      Arrays.asList(
          text("time", "@timestamp"),
          number("seq", "event.sequence"),
          text("reason", "event.reason"),
          Row.of("first", "event.start", Conversion.TIME),
          Row.of("last", "event.end", Conversion.TIME),
          text("service", "service.name"),
          text("instance", "service.node.name"),
          number("pid", "process.pid"),
          text("process", "process.entity_id"));

  private static final List<Row> TLS =
      Arrays.asList(
          Row.of("direction", "network.direction", Conversion.DIRECTION_WORD),
          text("peer.sni", "tls.client.server_name"),
          Row.of("tls.version", "tls.version", Conversion.VERSION_NUMBER),
          Row.of("tls.cipher", "tls.cipher", Conversion.SUITE),
          text("tls.group", "tls.curve"),
          Row.of("tls.resumed", "tls.resumed", Conversion.FLAG),
          Row.of("tls.alpn", "tls.next_protocol", Conversion.NAME),
          Row.of("tls.durationMillis", "event.duration", Conversion.NANOS));

  private static final List<Row> AWS =
      Arrays.asList(
          text("aws.service", "cloud.target.service.name"),
          text("aws.region", "cloud.target.region"),
          text("aws.requestId", "http.request.id"),
          text("aws.errorCode", "error.code"),
          text("http.method", "http.request.method"),
          text("http.host", "url.domain"),
          number("http.status", "http.response.status_code"));

  /** Of what rides along below {@code stockade}, the names that are not ours there. */
  static final List<Row> RENAMED =
      Arrays.asList(
          text("stockade", "version"),
          text("aws.accessKey", "aws.access_key_tail"),
          text("aws.extendedRequestId", "aws.extended_request_id"),
          text("clientCertificate", "client_certificate"),
          text("tls.clientAuth", "tls.client_auth"),
          text("tls.signatureScheme", "tls.signature_scheme"),
          number("tls.dhBits", "tls.dh_bits"),
          Row.of("tls.extendedMasterSecret", "tls.extended_master_secret", Conversion.FLAG));

  private EcsRows() {}

  /**
   * Those of a kind.
   *
   * @param inbound whether the peer came to this process
   */
  static List<Row> of(String kind, boolean inbound) {
    List<Row> rows = new ArrayList<>(ALL);
    if (kind.startsWith("aws.")) {
      rows.addAll(AWS);
    } else if (kind.startsWith("tls.")) {
      rows.addAll(TLS);
      rows.addAll(end("peer", peerEnd(inbound)));
      rows.addAll(end("local", inbound ? "destination" : "source"));
    }
    return rows;
  }

  /** Where the peer is. */
  static String peerEnd(boolean inbound) {
    return inbound ? "source" : "destination";
  }

  private static List<Row> end(String ours, String theirs) {
    return Arrays.asList(
        Row.of(ours + ".host", theirs + ".domain", Conversion.NAME),
        Row.of(ours + ".ip", theirs + ".ip", Conversion.IP),
        number(ours + ".port", theirs + ".port"));
  }
}
