package dev.stockade.bench;

import java.util.List;

/** One run on one JDK: where, of what, how long, and what came of it. */
record Run(
    Workbench bench, PairedOptions options, List<Variant> variants, Measurements measurements) {

  /** The agents of which a row is measured. */
  List<Variant> variants(Row row) {
    return variants.stream().filter(variant -> row.measures(variant.agent())).toList();
  }

  /** Whether the table has the row, be it with the reason why it was skipped. */
  boolean has(Row row) {
    return measurements.whySkipped(row).isPresent()
        || measurements.has(row, variants(row).get(0).agent());
  }

  Variant plain() {
    return variants.get(0);
  }
}
