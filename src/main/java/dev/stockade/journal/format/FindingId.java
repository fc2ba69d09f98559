package dev.stockade.journal.format;

import dev.stockade.base.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What joins records of one fault: the same in each process of a fleet and after each start. Of the
 * rule, the service, the direction, the destination and the calling class; no time, process,
 * version or reason, and no method, as compilers name lambdas anew.
 */
final class FindingId {
  private static final int LENGTH = 32;

  private FindingId() {}

  /** 32 hexadecimal digits. */
  static String of(RecordTree record) {
    String text =
        or(MainRule.of(record))
            + '\0'
            + or(record.text("service"))
            + '\0'
            + or(record.text("direction"))
            + '\0'
            + destination(record)
            + '\0'
            + or(record.text("code.class"));
    byte[] hash = Digest.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return Digest.hex(hash).substring(0, LENGTH);
  }

  private static String destination(RecordTree record) {
    if (record.has("http.host")) {
      return or(record.text("http.host")).toLowerCase(Locale.ROOT);
    }
    if ("in".equals(record.text("direction"))) {
      return "in";
    }
    String name = record.has("peer.host") ? record.text("peer.host") : record.text("peer.ip");
    if (name == null) {
      return "-";
    }
    long port = record.number("peer.port");
    return name.toLowerCase(Locale.ROOT) + (port < 0 ? "" : ":" + port);
  }

  private static String or(String text) {
    return text == null ? "-" : text;
  }
}
