package dev.stockade.cli.report;

import dev.stockade.cli.command.YamlText;
import dev.stockade.cli.journal.Counts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts by name. A forged journal could have any number of names, so that some count as one. */
final class Tally {
  static final String FURTHER = "further ones";
  private static final int MAX = 500;
  private static final int MAX_LENGTH = 200;

  private final Map<String, Long> counts = new TreeMap<>();

  /**
   * @param name null for not known, which is not counted
   */
  void add(String name, long count) {
    if (name != null && count > 0) {
      String key = YamlText.cut(name, MAX_LENGTH);
      boolean full = counts.size() >= MAX && !counts.containsKey(key);
      counts.merge(full ? FURTHER : key, count, Counts::sum);
    }
  }

  long of(String name) {
    return counts.getOrDefault(name, 0L);
  }

  long total() {
    long total = 0;
    for (long count : counts.values()) {
      total = Counts.sum(total, count);
    }
    return total;
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  /** By name. */
  Map<String, Long> byName() {
    return counts;
  }

  /** The most frequent first. */
  Map<String, Long> byCount() {
    List<Map.Entry<String, Long>> all = new ArrayList<>(counts.entrySet());
    all.sort((a, b) -> Long.compare(b.getValue(), a.getValue()));
    Map<String, Long> sorted = new LinkedHashMap<>();
    all.forEach(one -> sorted.put(one.getKey(), one.getValue()));
    return sorted;
  }
}
