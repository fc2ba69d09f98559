package dev.stockade.bench;

import java.util.List;

/** Median and quartiles of some values, between two of them by linear interpolation. */
final class Quantiles {
  private final double[] sorted;

  Quantiles(List<Double> values) {
    sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  double lower() {
    return at(0.25);
  }

  double median() {
    return at(0.5);
  }

  double upper() {
    return at(0.75);
  }

  private double at(double part) {
    double at = part * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
