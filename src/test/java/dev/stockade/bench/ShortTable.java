package dev.stockade.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The README's table: medians alone, without wall clock and floors. */
final class ShortTable {
  private final Run run;
  private final List<Variant> columns;

  ShortTable(Run run) {
    this.run = run;
    columns =
        run.variants().stream()
            .filter(each -> each.agent() != Agent.NONE && !each.agent().isFloor())
            .toList();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder("| |");
    columns.forEach(variant -> head.append(' ').append(variant.name()).append(" |"));
    lines.add(head.toString());
    lines.add("|---|" + "--:|".repeat(columns.size()));
    for (Row row : Row.values()) {
      if (run.has(row) && belongs(row)) {
        lines.add(line(row));
      }
    }
    return lines;
  }

  private boolean belongs(Row row) {
    return row != Row.HELLO_WALL
        && row != Row.HTTPS_WALL
        && run.measurements().whySkipped(row).isEmpty();
  }

  private String line(Row row) {
    StringBuilder line = new StringBuilder("| " + name(row) + " |");
    for (Variant variant : columns) {
      line.append(' ').append(cell(row, variant.agent())).append(" |");
    }
    return line.toString();
  }

  /** With the median of no agent, which tells what the ratios are of. */
  private String name(Row row) {
    if (row == Row.SAMPLES) {
      return row.title();
    }
    double plain = run.measurements().of(row, Agent.NONE).median();
    return String.format(Locale.ROOT, "%s (%.0f %s)", row.label(), plain, row.unit());
  }

  private String cell(Row row, Agent agent) {
    Measurements measurements = run.measurements();
    if (!measurements.has(row, agent)) {
      return "";
    }
    Quantiles values =
        row == Row.SAMPLES
            ? measurements.of(row, agent)
            : measurements.ratios(row, agent, Agent.NONE);
    return String.format(Locale.ROOT, row == Row.SAMPLES ? "%.1f" : "%.2f", values.median());
  }
}
