package dev.stockade.journal;

/**
 * What is shown at exit: a heading, a table of the handshakes by destination and outcome, one of
 * the requests to AWS by service and verdict, and what to do next.
 */
final class Summary {
  private final SummaryRows handshakes = new SummaryRows();
  private final SummaryRows requests = new SummaryRows();

  void count(Event event) {
    if (event.tls() != null) {
      handshakes.add(new TlsRow(event));
    } else if (event.aws() != null) {
      requests.add(new AwsRow(event));
    }
  }

  /** With the rows of the engines before. */
  void take(Legacy legacy) {
    legacy.moveRows(handshakes, requests);
  }

  /** For the next engine. */
  void leaveTo(Legacy legacy, Totals totals, Tally tally) {
    legacy.leave(handshakes, requests, totals, tally);
  }

  /** Lines of printable ASCII, or nothing when nothing was seen. */
  String text(JournalSettings settings, Stamp stamp, Totals totals, Tally tally, boolean coloured) {
    if (handshakes.isEmpty() && requests.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    SummaryText.heading(out, settings, stamp, totals, tally);
    handshakes.append(out, TlsRow.HEAD, coloured);
    requests.append(out, AwsRow.HEAD, coloured);
    if (totals.violations > 0 && "audit".equals(stamp.mode())) {
      SummaryText.advice(out, settings, worst());
    }
    return out.toString();
  }

  private SummaryRow worst() {
    if (handshakes.isEmpty() || requests.isEmpty()) {
      return handshakes.isEmpty() ? requests.worst() : handshakes.worst();
    }
    SummaryRow handshake = handshakes.worst();
    SummaryRow request = requests.worst();
    return request.rank > handshake.rank ? request : handshake;
  }
}
