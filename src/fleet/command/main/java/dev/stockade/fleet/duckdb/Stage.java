package dev.stockade.fleet.duckdb;

import dev.stockade.fleet.record.Row;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rows of one batch, until they are written. Used by one thread at a time. */
public final class Stage {
  private static final Comparator<Subject> ORDER =
      Comparator.comparing(Subject::service)
          .thenComparing(Subject::host, Comparator.nullsLast(Comparator.naturalOrder()));

  private final Set<String> days = new HashSet<>();
  private List<Row> rows = new ArrayList<>();
  private long lastDay = Long.MIN_VALUE;

  /** What the rows of a file are sorted by, before their time. */
  private record Subject(String service, String host) {}

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

  /** The rows by the names of their tables and by days, in the order of the lake's files. */
  Map<String, Map<String, List<Row>>> byDay() {
    Map<String, Map<Long, List<Row>>> all = new HashMap<>();
    for (Row row : rows) {
      all.computeIfAbsent(row.table().name(), any -> new TreeMap<>())
          .computeIfAbsent(row.dayNumber(), any -> new ArrayList<>())
          .add(row);
    }
    Map<String, Map<String, List<Row>>> sorted = new HashMap<>();
    all.forEach(
        (table, numbers) -> {
          Map<String, List<Row>> byDay = new TreeMap<>();
          numbers.values().forEach(day -> byDay.put(day.get(0).day(), sorted(day)));
          sorted.put(table, byDay);
        });
    return sorted;
  }

  /** Their times stand nearly in order already, which sorting by time alone makes use of. */
  private static List<Row> sorted(List<Row> rows) {
    int host = rows.get(0).table().indexOf("peer_host");
    Map<Subject, List<Row>> subjects = new HashMap<>();
    for (Row row : rows) {
      subjects
          .computeIfAbsent(new Subject(row.service(), row.text(host)), any -> new ArrayList<>())
          .add(row);
    }
    List<Row> sorted = new ArrayList<>(rows.size());
    for (Subject subject : subjects.keySet().stream().sorted(ORDER).toList()) {
      List<Row> ofSubject = subjects.get(subject);
      ofSubject.sort(Comparator.comparingLong(Row::time));
      sorted.addAll(ofSubject);
    }
    return sorted;
  }

  /** Lets go of the rows. */
  public void clear() {
    rows = List.of();
  }
}
