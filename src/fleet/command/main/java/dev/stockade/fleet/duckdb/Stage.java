package dev.stockade.fleet.duckdb;

import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import dev.stockade.fleet.record.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rows of one batch, until they are written. Used by one thread at a time. */
public final class Stage {
  private List<Row> rows = new ArrayList<>();

  public void add(Row row) {
    rows.add(row);
  }

  List<Row> rows() {
    return rows;
  }

  Set<String> days() {
    Set<Long> numbers = new HashSet<>();
    Set<String> days = new HashSet<>();
    for (Row row : rows) {
      if (numbers.add(row.dayNumber())) {
        days.add(row.day());
      }
    }
    return days;
  }

  /**
   * Takes rows out.
   *
   * @param known hashes of lines that are not to be here
   * @param repeated hashes of lines that are to be here once
   */
  void remove(Set<Long> known, Set<Long> repeated) {
    Set<Long> seen = new HashSet<>();
    rows.removeIf(
        row ->
            known.contains(row.lineHash())
                || (repeated.contains(row.lineHash()) && !seen.add(row.lineHash())));
  }

  /** The rows of a table by their days, in the order of the lake's files. */
  Map<String, List<Row>> byDay(Table table) {
    Map<Long, List<Row>> numbers = new TreeMap<>();
    for (Row row : rows) {
      if (row.table().name().equals(table.name())) {
        numbers.computeIfAbsent(row.dayNumber(), any -> new ArrayList<>()).add(row);
      }
    }
    Map<String, List<Row>> days = new TreeMap<>();
    for (List<Row> day : numbers.values()) {
      day.sort(order(table));
      days.put(day.get(0).day(), day);
    }
    return days;
  }

  private static Comparator<Row> order(Table table) {
    int service = table.indexOf("service");
    int host = table.indexOf("peer_host");
    Comparator<String> text = Comparator.nullsLast(Comparator.naturalOrder());
    return Comparator.<Row, String>comparing(row -> row.text(service))
        .thenComparing(row -> row.text(host), text)
        .thenComparingLong(Row::time);
  }

  /** Lets go of the rows. */
  public void clear() {
    rows = List.of();
  }

  /** What all tables begin with, as far as it tells a line from others. */
  static Table lines() {
    Table any = Tables.named(Tables.EVENTS);
    return new Table("lines", any.columns().subList(0, any.indexOf("line_hash") + 1), false);
  }
}
