package dev.stockade.cli.journal;

import dev.stockade.cli.command.YamlText;
import dev.stockade.policy.rule.Rule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts of the handshakes and requests that changed, in all, by destination and by rule. */
final class Outcomes {
  /** A forged journal could name any number. */
  private static final int MAX = 5000;

  private static final String FURTHER = "further destinations";
  private static final int MAX_LENGTH = 500;

  private final Map<Change, Long> totals = new EnumMap<>(Change.class);
  private final Map<Change, Map<String, Row>> destinations = new EnumMap<>(Change.class);
  private final Map<Change, Map<Rule, Long>> byRule = new EnumMap<>(Change.class);

  void add(Change change, String destination, Set<Rule> rules, String reason, long count) {
    totals.merge(change, count, Counts::sum);
    Map<String, Row> rows = destinations.computeIfAbsent(change, any -> new TreeMap<>());
    boolean full = rows.size() >= MAX && !rows.containsKey(destination);
    Row row = rows.computeIfAbsent(full ? FURTHER : destination, any -> new Row());
    row.count = Counts.sum(row.count, count);
    row.rules.addAll(rules);
    if (row.reason == null && reason != null) {
      row.reason = YamlText.cut(reason, MAX_LENGTH);
    }
    Map<Rule, Long> counts = byRule.computeIfAbsent(change, any -> new EnumMap<>(Rule.class));
    rules.forEach(rule -> counts.merge(rule, count, Counts::sum));
  }

  long total(Change change) {
    return totals.getOrDefault(change, 0L);
  }

  /** What happened most often first. */
  List<Map.Entry<String, Row>> destinations(Change change) {
    List<Map.Entry<String, Row>> rows =
        new ArrayList<>(destinations.getOrDefault(change, new TreeMap<>()).entrySet());
    rows.sort((a, b) -> Long.compare(b.getValue().count, a.getValue().count));
    return rows;
  }

  /** By id, what was offended most often first, else in the order of {@link Rule}. */
  Map<String, Object> rules(Change change) {
    List<Map.Entry<Rule, Long>> sorted =
        new ArrayList<>(byRule.getOrDefault(change, new EnumMap<>(Rule.class)).entrySet());
    sorted.sort((a, b) -> Long.compare(b.getValue(), a.getValue()));
    Map<String, Object> counts = new LinkedHashMap<>();
    sorted.forEach(one -> counts.put(one.getKey().id(), one.getValue()));
    return counts;
  }

  /** One destination. */
  static final class Row {
    final Set<Rule> rules = EnumSet.noneOf(Rule.class);
    long count;

    /** That of the first; null where there is none. */
    String reason;

    String ruleIds() {
      StringBuilder ids = new StringBuilder();
      for (Rule rule : rules) {
        ids.append(ids.length() == 0 ? "" : " ").append(rule.id());
      }
      return ids.toString();
    }
  }
}
