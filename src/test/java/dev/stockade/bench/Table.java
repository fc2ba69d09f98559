package dev.stockade.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The answer, in Markdown: command and machine, a row for each measure, and what was aimed at. */
final class Table {
  private final PairedOptions options;
  private final List<Variant> variants;
  private final Measurements measurements;

  Table(PairedOptions options, List<Variant> variants, Measurements measurements) {
    this.options = options;
    this.variants = variants;
    this.measurements = measurements;
  }

  List<String> lines() throws Exception {
    List<String> lines = new ArrayList<>();
    lines.add("    " + options.command());
    lines.add("");
    lines.add(conditions());
    lines.add("");
    StringBuilder head = new StringBuilder("| median, ratio to no agent (quartiles) |");
    variants.forEach(variant -> head.append(' ').append(variant.name()).append(" |"));
    lines.add(head.toString());
    lines.add("|---|" + "--:|".repeat(variants.size()));
    for (Row row : Row.values()) {
      if (measurements.has(row)) {
        lines.add(line(row));
      }
    }
    lines.add("");
    lines.addAll(Aims.lines(variants, measurements));
    return lines;
  }

  private String conditions() throws Exception {
    return Machine.java(options.java())
        + "; "
        + Machine.cpu()
        + "; "
        + options.rounds()
        + " rounds of "
        + RunningClient.THREADS
        + " client threads, pairs compared round by round.";
  }

  private String line(Row row) {
    StringBuilder line = new StringBuilder("| " + row.title() + " |");
    for (int i = 0; i < variants.size(); i++) {
      line.append(cell(row, i));
    }
    return line.toString();
  }

  private String cell(Row row, int variant) {
    String median = String.format(Locale.ROOT, "%.0f", measurements.of(row, variant).median());
    if (variant == Variants.NONE) {
      return " " + median + " |";
    }
    Quantiles ratios = measurements.ratios(row, variant, Variants.NONE);
    return String.format(
        Locale.ROOT,
        " %s, **%.2f** (%.2f to %.2f) |",
        median,
        ratios.median(),
        ratios.lower(),
        ratios.upper());
  }
}
