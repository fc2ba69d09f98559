package dev.stockade.fleet.duckdb;

import dev.stockade.fleet.record.Row;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** The rows of one batch, until they are written. Used by one thread at a time. */
public final class Stage {
  private static final Comparator<String> HOSTS = Comparator.nullsLast(Comparator.naturalOrder());

  private final Set<String> days = new HashSet<>();
  private List<Row> rows = new ArrayList<>();
  private long lastDay = Long.MIN_VALUE;

  public void add(Row row) {
    rows.add(row);
    if (row.dayNumber() != lastDay) {
      lastDay = row.dayNumber();
      days.add(row.day());
    }
  }

  List<Row> rows() {
    return rows;
  }

  Set<String> days() {
    return days;
  }

  /** Takes rows out, by their numbers. */
  void remove(BitSet lines) {
    if (lines.isEmpty()) {
      return;
    }
    List<Row> kept = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      if (!lines.get(i)) {
        kept.add(rows.get(i));
      }
    }
    rows = kept;
  }

  /** The rows by the names of their tables and by days. */
  Map<String, Map<Long, List<Row>>> byDay() {
    Map<String, Map<Long, List<Row>>> all = new HashMap<>();
    Row before = null;
    List<Row> same = null;
    for (Row row : rows) {
      if (before == null
          || !row.table().name().equals(before.table().name())
          || row.dayNumber() != before.dayNumber()) {
        before = row;
        same =
            all.computeIfAbsent(row.table().name(), any -> new TreeMap<>())
                .computeIfAbsent(row.dayNumber(), any -> new ArrayList<>());
      }
      same.add(row);
    }
    return all;
  }

  /**
   * Rows of one table in the order of the lake's files: by service, host and time. The times stand
   * nearly in order already, which sorting by time alone makes use of.
   */
  static List<Row> sorted(List<Row> rows) {
    int host = rows.get(0).table().indexOf("peer_host");
    Map<String, Map<String, List<Row>>> services = new HashMap<>();
    Row before = null;
    List<Row> same = null;
    for (Row row : rows) {
      if (before == null
          || !row.service().equals(before.service())
          || !Objects.equals(row.text(host), before.text(host))) {
        same =
            services
                .computeIfAbsent(row.service(), any -> new HashMap<>())
                .computeIfAbsent(row.text(host), any -> new ArrayList<>());
      }
      before = row;
      same.add(row);
    }
    List<Row> sorted = new ArrayList<>(rows.size());
    for (String service : services.keySet().stream().sorted().toList()) {
      Map<String, List<Row>> hosts = services.get(service);
      for (String name : hosts.keySet().stream().sorted(HOSTS).toList()) {
        hosts.get(name).sort(Comparator.comparingLong(Row::time));
        sorted.addAll(hosts.get(name));
      }
    }
    return sorted;
  }

  /** Lets go of the rows. */
  public void clear() {
    rows = List.of();
  }
}
