package dev.stockade.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is shown at exit: a heading, a table of the handshakes by destination and outcome, and what
 * to do next. Keeps a bounded number of rows, the worst ones.
 */
final class Summary {
  static final int LIMIT = 200;

  private final Map<String, SummaryRow> rows = new HashMap<String, SummaryRow>();
  private long others;

  void count(Event event) {
    if (event.tls() == null) {
      return;
    }
    SummaryRow row = new SummaryRow(event);
    SummaryRow known = rows.get(row.key());
    if (known != null) {
      known.count++;
    } else if (rows.size() < LIMIT || makeRoomFor(row)) {
      rows.put(row.key(), row);
    } else {
      others++;
    }
  }

  /** Lines of printable ASCII, or nothing when nothing was seen. */
  String text(JournalSettings settings, Totals totals, Tally tally, boolean coloured) {
    if (rows.isEmpty()) {
      return "";
    }
    List<SummaryRow> sorted = new ArrayList<SummaryRow>(rows.values());
    Collections.sort(sorted);
    StringBuilder out = new StringBuilder();
    SummaryText.heading(out, settings, totals, tally);
    SummaryTable.append(out, sorted, coloured);
    if (others > 0) {
      out.append("... and ").append(others).append(" more\n");
    }
    if (totals.violations > 0 && "audit".equals(settings.mode())) {
      SummaryText.advice(out, settings, sorted.get(0));
    }
    return out.toString();
  }

  /** A worse row takes the place of the one that matters least. */
  private boolean makeRoomFor(SummaryRow row) {
    SummaryRow least = Collections.max(rows.values());
    if (row.rank <= least.rank) {
      return false;
    }
    rows.remove(least.key());
    others += least.count;
    return true;
  }
}
