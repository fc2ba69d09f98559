package dev.stockade.journal;

import dev.stockade.policy.Action;
import dev.stockade.policy.Rule;
import dev.stockade.policy.TlsFacts;
import dev.stockade.policy.Verdict;

/** One line of the summary: handshakes with the same destination and the same outcome. */
final class SummaryRow implements Comparable<SummaryRow> {
  static final int VIOLATION = 4;
  static final int FAILED = 3;
  static final int WARN = 2;

  /** The worse the higher. */
  final int rank;

  final String word;
  final String destination;
  final String direction;
  final String version;
  final String suite;
  final String forwardSecrecy;
  final String rules;
  long count = 1;

  SummaryRow(Event event) {
    TlsFacts tls = event.tls();
    rank = rank(event);
    word = word(event);
    destination = Plain.text(Destination.of(tls));
    direction = tls.direction() == null ? "-" : tls.direction().label();
    version = orDash(tls.version());
    suite = suite(tls.cipher());
    forwardSecrecy = forwardSecrecy(tls.cipher());
    rules = rules(event);
  }

  /** The same for all handshakes of a row; no part of it can hold a newline. */
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

  /** The first rule, or an empty text. */
  String firstRule() {
    int end = rules.indexOf(',');
    return end < 0 ? rules : rules.substring(0, end);
  }

  /** Worst first, then the most frequent. */
  @Override
  public int compareTo(SummaryRow other) {
    if (rank != other.rank) {
      return Integer.compare(other.rank, rank);
    }
    if (count != other.count) {
      return Long.compare(other.count, count);
    }
    return key().compareTo(other.key());
  }

  private static int rank(Event event) {
    if (event.verdict() == Verdict.VIOLATION || event.kind() == Kind.TLS_BLOCKED) {
      return VIOLATION;
    }
    if (event.kind() == Kind.TLS_FAILED) {
      return FAILED;
    }
    if (event.verdict() == Verdict.WARN) {
      return WARN;
    }
    return event.verdict() == Verdict.NOTE ? 1 : 0;
  }

  /** What was or would be done, and where that is nothing, what is thought of it. */
  private static String word(Event event) {
    if (event.kind() == Kind.TLS_BLOCKED) {
      return Action.BLOCKED.label();
    }
    if (event.kind() == Kind.TLS_FAILED) {
      return "failed";
    }
    boolean worthSaying = event.verdict() == Verdict.NOTE || event.verdict() == Verdict.WARN;
    if (event.action() != null && event.action() != Action.ALLOWED && !worthSaying) {
      return event.action().label();
    }
    return event.verdict() == null ? "-" : event.verdict().label();
  }

  private static String suite(String cipher) {
    String suite = orDash(cipher);
    return suite.startsWith("TLS_") ? suite.substring("TLS_".length()) : suite;
  }

  /** By the name: TLS 1.3 suites name no key exchange and always have it. */
  private static String forwardSecrecy(String cipher) {
    if (cipher == null) {
      return "-";
    }
    boolean secret =
        cipher.startsWith("TLS_ECDHE_")
            || cipher.startsWith("TLS_DHE_")
            || cipher.startsWith("SSL_DHE_")
            || (cipher.startsWith("TLS_") && cipher.indexOf("_WITH_") < 0);
    return secret ? "yes" : "no";
  }

  private static String rules(Event event) {
    StringBuilder ids = new StringBuilder();
    if (event.finding() != null) {
      for (Rule rule : event.finding().rules()) {
        ids.append(ids.length() == 0 ? "" : ",").append(rule.id());
      }
    }
    return ids.toString();
  }

  private static String orDash(String text) {
    return text == null ? "-" : Plain.text(text);
  }
}
