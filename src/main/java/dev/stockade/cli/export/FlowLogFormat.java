package dev.stockade.cli.export;

import dev.stockade.journal.format.IpLiteral;
import dev.stockade.journal.format.MainRule;
import dev.stockade.journal.format.RecordTree;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Lines as VPC flow logs have them, in the default format of version 2. Those 14 fields and no
 * more: parsers tell formats by the number of fields. The extended format has fields of Stockade's
 * behind them, for tables that are made for it.
 */
final class FlowLogFormat implements LineFormat {
  private static final String FIELDS =
      "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start"
          + " end action log-status";
  private static final String MORE_FIELDS =
      " flow-direction tls-version tls-cipher tls-group verdict action rules service count";

  private static final List<String> FLOWS =
      Arrays.asList("tls.handshake", "tls.failed", "tls.blocked");

  private static final String UNKNOWN = "-";

  private final FlowNames names;
  private final boolean extended;

  FlowLogFormat(FlowNames names, boolean extended) {
    this.names = names;
    this.extended = extended;
  }

  @Override
  public String head() {
    return extended ? FIELDS + MORE_FIELDS : FIELDS;
  }

  @Override
  public String line(RecordTree record, String id, Losses losses) {
    String kind = String.valueOf(record.get("kind"));
    if (!FLOWS.contains(kind)) {
      return losses.record(kind);
    }
    if ("TlsContext".equals(record.get("tls.engine"))) {
      return losses.record(kind + " of a context, not of a connection");
    }
    String peer = ip(record, "peer");
    if (peer == null && record.number("peer.port") < 0) {
      return losses.record(kind + " without an address");
    }
    boolean inbound = "in".equals(record.get("direction"));
    String from = inbound ? "peer" : "local";
    String to = inbound ? "local" : "peer";
    StringBuilder line = new StringBuilder("2");
    add(line, names.account, names.networkInterface, ip(record, from), ip(record, to));
    add(line, record.get(from + ".port"), record.get(to + ".port"));
    add(line, "SSLSocket".equals(record.get("tls.engine")) ? "6" : null, null, null);
    add(line, seconds(record, "first"), seconds(record, "last"));
    add(line, "blocked".equals(record.get("action")) ? "REJECT" : "ACCEPT", "OK");
    if (extended) {
      add(line, record.has("direction") ? (inbound ? "ingress" : "egress") : null);
      add(line, record.get("tls.version"), record.get("tls.cipher"), record.get("tls.group"));
      add(line, record.get("verdict"), record.get("action"));
      List<String> rules = record.texts("rules");
      add(line, rules.isEmpty() ? MainRule.of(record) : String.join(",", rules));
      add(line, record.get("service"), Math.max(1, record.number("count")));
    }
    return line.toString();
  }

  private static String ip(RecordTree record, String end) {
    for (String name : new String[] {end + ".ip", end + ".host"}) {
      String text = record.text(name);
      if (text != null && IpLiteral.is(text)) {
        return text;
      }
    }
    return null;
  }

  private static Object seconds(RecordTree record, String name) {
    try {
      String time = record.text(record.has(name) ? name : "time");
      return Instant.parse(time == null ? "" : time).getEpochSecond();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Fields are words of printable ASCII. */
  private static void add(StringBuilder line, Object... values) {
    for (Object value : values) {
      String text = value == null ? "" : value.toString().replaceAll("[^!-~]", "_");
      line.append(' ').append(text.isEmpty() ? UNKNOWN : text);
    }
  }
}
