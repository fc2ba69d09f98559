package dev.stockade.journal.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of one table of the summary: a bounded number of them, the worst ones. */
final class SummaryRows {
  static final int LIMIT = 200;

  private final Map<String, SummaryRow> rows = new HashMap<String, SummaryRow>();
  private long others;

  /** One event, or as many as the row counts. */
  void add(SummaryRow row) {
    SummaryRow known = rows.get(row.key());
    if (known != null) {
      known.add(row);
    } else if (rows.size() < LIMIT || makeRoomFor(row)) {
      rows.put(row.key(), row);
    } else {
      others += row.count;
    }
  }

  Iterable<SummaryRow> all() {
    return rows.values();
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  SummaryRow worst() {
    return Collections.min(rows.values());
  }

  void append(StringBuilder out, String[] head, boolean coloured) {
    if (rows.isEmpty()) {
      return;
    }
    List<SummaryRow> sorted = new ArrayList<SummaryRow>(rows.values());
    Collections.sort(sorted);
    SummaryTable.append(out, head, sorted, coloured);
    if (others > 0) {
      out.append("... and ").append(others).append(" more\n");
    }
    SummaryText.places(out, sorted);
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
