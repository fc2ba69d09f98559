package dev.stockade.journal.report;

import dev.stockade.base.TerminalText;
import dev.stockade.journal.Event;
import dev.stockade.policy.tls.CipherSuites;
import dev.stockade.policy.tls.TlsFacts;

/** One line of the summary: handshakes with the same destination and the same outcome. */
final class TlsRow extends SummaryRow {
  static final String[] HEAD = {
    "verdict", "destination", "dir", "count", "TLS", "suite", "PFS", "rules"
  };

  final String destination;
  final String direction;
  final String version;
  final String suite;
  final String forwardSecrecy;

  TlsRow(Event event) {
    super(event);
    TlsFacts tls = event.tls();
    // One row for each harmless client would push the others out.
    destination = TerminalText.text(Destination.of(tls, rank > 0));
    direction = tls.direction() == null ? "-" : tls.direction().label();
    version = orDash(tls.version());
    suite = suite(tls.cipher());
    forwardSecrecy = forwardSecrecy(tls.cipher());
  }

  @Override
  String[] cells() {
    return new String[] {
      word,
      destination,
      direction,
      Long.toString(count),
      version,
      suite,
      forwardSecrecy,
      shortRules()
    };
  }

  @Override
  String key() {
    return word
        + '\n'
        + destination
        + '\n'
        + direction
        + '\n'
        + version
        + '\n'
        + suite
        + '\n'
        + rules;
  }

  private static String suite(String cipher) {
    String suite = orDash(cipher);
    return suite.startsWith("TLS_") ? suite.substring("TLS_".length()) : suite;
  }

  /** By the same function as the rule's verdict. */
  private static String forwardSecrecy(String cipher) {
    if (cipher == null) {
      return "-";
    }
    return CipherSuites.isForwardSecret(cipher) ? "yes" : "no";
  }
}
