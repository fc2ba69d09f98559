package dev.stockade.bench;

import java.util.Locale;

/**
 * What an agent is to reach in a row.
 *
 * @param of what is compared with the bound
 * @param atMost whether the bound is the most, or else the least
 */
record Aim(Agent agent, Row row, Of of, boolean atMost, double bound) {

  /** The median of the ratios or differences, or of what was measured as it is. */
  enum Of {
    EMPTY_RATIO("%.2f of the empty agent's", "%.2f"),
    RATIO("%.2f of no agent's", "%.2f"),
    DIFFERENCE("%+.1f over no agent", "%+.0f"),
    VALUE("%.1f", "%.0f");

    private final String format;
    private final String boundFormat;

    Of(String format, String boundFormat) {
      this.format = format;
      this.boundFormat = boundFormat;
    }
  }

  static Aim atMost(Agent agent, Row row, Of of, double bound) {
    return new Aim(agent, row, of, true, bound);
  }

  static Aim atLeast(Agent agent, Row row, Of of, double bound) {
    return new Aim(agent, row, of, false, bound);
  }

  String line(String name, Measurements measurements) {
    double value = value(measurements);
    return String.format(
        Locale.ROOT,
        "- %s, %s: " + of.format + " (aim: at %s " + of.boundFormat + ")%s",
        name,
        row.title(),
        value,
        atMost ? "most" : "least",
        bound,
        isMet(value) ? "" : ", **missed**");
  }

  private boolean isMet(double value) {
    return atMost ? value <= bound : value >= bound;
  }

  private double value(Measurements measurements) {
    return switch (of) {
      case EMPTY_RATIO -> measurements.ratios(row, agent, Agent.EMPTY).median();
      case RATIO -> measurements.ratios(row, agent, Agent.NONE).median();
      case DIFFERENCE -> measurements.differences(row, agent, Agent.NONE).median();
      case VALUE -> measurements.of(row, agent).median();
    };
  }
}
