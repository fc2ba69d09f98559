package dev.stockade.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The answer, in Markdown: command and machine, a row for each measure, and what was aimed at. */
final class Table {
  private final Run run;
  private final Measurements measurements;

  Table(Run run) {
    this.run = run;
    measurements = run.measurements();
  }

  List<String> lines() throws Exception {
    List<String> lines = new ArrayList<>();
    lines.add("    " + run.options().command());
    lines.add("");
    lines.add(conditions());
    lines.add("");
    StringBuilder head = new StringBuilder("| median, ratio to no agent (quartiles) |");
    run.variants().forEach(variant -> head.append(' ').append(variant.name()).append(" |"));
    lines.add(head.toString());
    lines.add("|---|" + "--:|".repeat(run.variants().size()));
    for (Row row : Row.values()) {
      if (run.has(row)) {
        lines.add(line(row));
      }
    }
    lines.add("");
    lines.addAll(Aims.lines(run));
    lines.add("");
    lines.addAll(new ShortTable(run).lines());
    return lines;
  }

  private String conditions() throws Exception {
    return Machine.java(run.bench().java())
        + "; "
        + Machine.cpu()
        + "; "
        + run.options().rounds()
        + " rounds of "
        + RunningClient.THREADS
        + " client threads, pairs compared round by round.";
  }

  private String line(Row row) {
    Optional<String> reason = measurements.whySkipped(row);
    StringBuilder line = new StringBuilder("| " + row.title() + " |");
    for (Variant variant : run.variants()) {
      String cell = reason.isEmpty() ? cell(row, variant.agent()) : "skipped";
      line.append(' ').append(cell).append(" |");
    }
    reason.ifPresent(why -> line.insert(2 + row.title().length(), ", skipped: " + why));
    return line.toString();
  }

  private String cell(Row row, Agent agent) {
    if (!measurements.has(row, agent)) {
      return "";
    }
    Quantiles values = measurements.of(row, agent);
    if (row == Row.SAMPLES) {
      return format("**%.1f** (%.1f to %.1f)", values.median(), values.lower(), values.upper());
    }
    if (agent == Agent.NONE) {
      return format("%.0f", values.median());
    }
    Quantiles ratios = measurements.ratios(row, agent, Agent.NONE);
    return format(
        "%.0f, **%.2f** (%.2f to %.2f)",
        values.median(), ratios.median(), ratios.lower(), ratios.upper());
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
