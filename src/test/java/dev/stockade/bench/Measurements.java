package dev.stockade.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;

/**
 * What was measured, for each row and each variant in the order of time: what was measured side by
 * side in a round has the same index, and only such neighbours are compared.
 */
final class Measurements {
  private final Map<Row, List<List<Double>>> values = new EnumMap<>(Row.class);

  Measurements(int variants) {
    for (Row row : Row.values()) {
      List<List<Double>> columns = new ArrayList<>();
      for (int i = 0; i < variants; i++) {
        columns.add(new ArrayList<>());
      }
      values.put(row, columns);
    }
  }

  void add(Row row, int variant, double value) {
    values.get(row).get(variant).add(value);
  }

  boolean has(Row row) {
    return !values.get(row).get(Variants.NONE).isEmpty();
  }

  Quantiles of(Row row, int variant) {
    return new Quantiles(values.get(row).get(variant));
  }

  Quantiles ratios(Row row, int variant, int reference) {
    return compared(row, variant, reference, (value, other) -> value / other);
  }

  Quantiles differences(Row row, int variant, int reference) {
    return compared(row, variant, reference, (value, other) -> value - other);
  }

  private Quantiles compared(Row row, int variant, int reference, DoubleBinaryOperator operator) {
    List<Double> own = values.get(row).get(variant);
    List<Double> others = values.get(row).get(reference);
    List<Double> results = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      results.add(operator.applyAsDouble(own.get(i), others.get(i)));
    }
    return new Quantiles(results);
  }
}
