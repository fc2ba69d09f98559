package dev.stockade.journal.format;

import static dev.stockade.journal.format.Row.number;
import static dev.stockade.journal.format.Row.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which field of OCSF holds which of a record's, as far as the schemas allow it. */
final class OcsfRows {
  private static final List<Row> ALL =
      Arrays.asList(
          text("time", "metadata.original_time"),
          number("seq", "metadata.sequence"),
          text("stockade", "metadata.product.version"),
          text("reason", "message"),
          text("service", "actor.app_name"),
          number("pid", "actor.process.pid"),
          text("process", "actor.process.uid"),
          text("instance", "device.name"));

  private static final List<Row> FOLDED =
      Arrays.asList(
          number("count", "count"),
          Row.of("first", "start_time", Conversion.MILLIS),
          Row.of("last", "end_time", Conversion.MILLIS));

  private static final List<Row> JUDGED =
      Arrays.asList(text("policy.profile", "policy.name"), text("policy.digest", "policy.uid"));

  private static final List<Row> DIRECTION =
      Arrays.asList(Row.of("direction", "connection_info.direction_id", Conversion.DIRECTION_ID));

  private static final List<Row> SESSION =
      Arrays.asList(
          text("tls.version", "tls.version"),
          Row.of("tls.cipher", "tls.cipher", Conversion.SUITE),
          text("peer.sni", "tls.sni"),
          number("tls.durationMillis", "tls.handshake_dur"));

  private static final List<Row> REQUEST =
      Arrays.asList(
          text("aws.region", "cloud.region"),
          text("aws.partition", "cloud.cloud_partition"),
          text("http.method", "http_request.http_method"),
          text("http.host", "dst_endpoint.hostname"),
          number("http.status", "http_response.code"));

  private static final List<Row> OPERATION =
      Arrays.asList(
          text("aws.operation", "api.operation"),
          text("aws.requestId", "api.request.uid"),
          text("aws.errorCode", "api.response.error"));

  private static final String DESTINATION = "dst_endpoint";
  private static final String SOURCE = "src_endpoint";

  private OcsfRows() {}

  /** Those that a record may fill: an object that lacks what it requires is not begun. */
  static List<Row> of(RecordTree record) {
    List<Row> rows = new ArrayList<>(ALL);
    if (record.has("first")) {
      rows.addAll(FOLDED);
    }
    if (record.has("action")) {
      rows.addAll(JUDGED);
    }
    String kind = String.valueOf(record.text("kind"));
    if (kind.startsWith("aws.")) {
      rows.addAll(REQUEST);
      if (record.text("aws.operation") != null) {
        rows.addAll(OPERATION);
      }
    } else if (kind.startsWith("tls.") && Conversion.DIRECTION_ID.holds(record.get("direction"))) {
      boolean inbound = "in".equals(record.text("direction"));
      rows.addAll(DIRECTION);
      rows.addAll(own(inbound));
      if (record.text("peer.host") != null || Conversion.IP.holds(record.get("peer.ip"))) {
        rows.addAll(peer(inbound));
      }
    }
    if (hasSession(kind) && record.text("tls.version") != null) {
      rows.addAll(SESSION);
    }
    return rows;
  }

  /** All that may have been filled. */
  static List<Row> in(RecordTree line, String kind) {
    List<Row> rows = new ArrayList<>(ALL);
    rows.addAll(FOLDED);
    rows.addAll(JUDGED);
    if (kind.startsWith("aws.")) {
      rows.addAll(REQUEST);
      rows.addAll(OPERATION);
    } else if (kind.startsWith("tls.") && line.has("connection_info")) {
      boolean inbound = Long.valueOf(1).equals(line.get("connection_info.direction_id"));
      rows.addAll(DIRECTION);
      rows.addAll(own(inbound));
      rows.addAll(peer(inbound));
    }
    if (hasSession(kind)) {
      rows.addAll(SESSION);
    }
    return rows;
  }

  private static boolean hasSession(String kind) {
    return kind.startsWith("tls.") && !kind.equals("tls.certificate");
  }

  /** Where the peer is. */
  static String peerEnd(boolean inbound) {
    return inbound ? SOURCE : DESTINATION;
  }

  /** Where this process is. */
  static String ownEnd(boolean inbound) {
    return inbound ? DESTINATION : SOURCE;
  }

  private static List<Row> peer(boolean inbound) {
    List<Row> rows = new ArrayList<>(end("peer", peerEnd(inbound)));
    rows.addAll(end("via", peerEnd(inbound) + ".proxy_endpoint"));
    return rows;
  }

  private static List<Row> own(boolean inbound) {
    return end("local", ownEnd(inbound));
  }

  private static List<Row> end(String ours, String theirs) {
    return Arrays.asList(
        text(ours + ".host", theirs + ".hostname"),
        Row.of(ours + ".ip", theirs + ".ip", Conversion.IP),
        number(ours + ".port", theirs + ".port"));
  }
}
