package dev.stockade.cli.policy;

import dev.stockade.policy.Rule;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How many handshakes and requests changed, in all, by destination and by rule. */
final class Outcomes {
  private final Map<Change, Long> totals = new EnumMap<>(Change.class);
  private final Map<Change, Map<String, Row>> destinations = new EnumMap<>(Change.class);
  private final Map<Change, Map<Rule, Long>> byRule = new EnumMap<>(Change.class);

  void add(Change change, String destination, Set<Rule> rules, String reason, long count) {
    totals.merge(change, count, Long::sum);
    Row row =
        destinations
            .computeIfAbsent(change, any -> new TreeMap<>())
            .computeIfAbsent(destination, any -> new Row());
    row.count += count;
    row.rules.addAll(rules);
    row.reason = row.reason == null ? reason : row.reason;
    Map<Rule, Long> counts = byRule.computeIfAbsent(change, any -> new EnumMap<>(Rule.class));
    rules.forEach(rule -> counts.merge(rule, count, Long::sum));
  }

  long total(Change change) {
    return totals.getOrDefault(change, 0L);
  }

  Map<String, Row> destinations(Change change) {
    return destinations.getOrDefault(change, new TreeMap<>());
  }

  /** In the order of {@link Rule}, by id. */
  Map<String, Object> rules(Change change) {
    Map<String, Object> counts = new LinkedHashMap<>();
    byRule
        .getOrDefault(change, new EnumMap<>(Rule.class))
        .forEach((rule, count) -> counts.put(rule.id(), count));
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
