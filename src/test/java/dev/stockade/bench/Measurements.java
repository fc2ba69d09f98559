package dev.stockade.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/**
 * What was measured, for each row and each agent in the order of time: what was measured side by
 * side in a round has the same index, and only such neighbours are compared.
 */
final class Measurements {
  private final Map<Row, Map<Agent, List<Double>>> values = new EnumMap<>(Row.class);
  private final Map<Row, String> skipped = new EnumMap<>(Row.class);

  void add(Row row, Agent agent, double value) {
    values
        .computeIfAbsent(row, any -> new EnumMap<>(Agent.class))
        .computeIfAbsent(agent, any -> new ArrayList<>())
        .add(value);
  }

  /** A row that cannot be measured here: the table says so, and why. */
  void skip(Row row, String reason) {
    skipped.put(row, reason);
  }

  Optional<String> whySkipped(Row row) {
    return Optional.ofNullable(skipped.get(row));
  }

  boolean has(Row row, Agent agent) {
    return whySkipped(row).isEmpty() && !list(row, agent).isEmpty();
  }

  Quantiles of(Row row, Agent agent) {
    return new Quantiles(list(row, agent));
  }

  Quantiles ratios(Row row, Agent agent, Agent reference) {
    return compared(row, agent, reference, (value, other) -> value / other);
  }

  Quantiles differences(Row row, Agent agent, Agent reference) {
    return compared(row, agent, reference, (value, other) -> value - other);
  }

  private List<Double> list(Row row, Agent agent) {
    return values.getOrDefault(row, Map.of()).getOrDefault(agent, List.of());
  }

  private Quantiles compared(Row row, Agent agent, Agent reference, DoubleBinaryOperator operator) {
    List<Double> own = list(row, agent);
    List<Double> others = list(row, reference);
    List<Double> results = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      results.add(operator.applyAsDouble(own.get(i), others.get(i)));
    }
    return new Quantiles(results);
  }
}
