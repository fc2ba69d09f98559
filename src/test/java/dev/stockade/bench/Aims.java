package dev.stockade.bench;

import static dev.stockade.bench.Variants.AUDIT;
import static dev.stockade.bench.Variants.EMPTY;
import static dev.stockade.bench.Variants.ENFORCE;
import static dev.stockade.bench.Variants.NONE;
import static dev.stockade.bench.Variants.OTEL;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What issue 2 asks for, in the same measurements as the table. */
final class Aims {
  private Aims() {}

  static List<String> lines(List<Variant> variants, Measurements measurements) {
    List<String> lines = new ArrayList<>();
    for (int i = AUDIT; i <= ENFORCE; i++) {
      lines.add(
          String.format(
              Locale.ROOT,
              "- %s: start-up CPU %.2f of the empty agent's (aim: at most 1.30), RSS %+.1f MB (aim:"
                  + " at most +10)",
              variants.get(i).name(),
              measurements.ratios(Row.HELLO_CPU, i, EMPTY).median(),
              measurements.differences(Row.RSS, i, NONE).median()));
    }
    if (variants.size() > OTEL) {
      double stockade = measurements.differences(Row.HELLO_CPU, AUDIT, NONE).median();
      double otel = measurements.differences(Row.HELLO_CPU, OTEL, NONE).median();
      lines.add(
          String.format(
              Locale.ROOT,
              "- CPU added to the start without TLS: Stockade audit %.0f ms, %s %.0f ms: %.1f times"
                  + " (aim: at least 10)",
              stockade,
              variants.get(OTEL).name(),
              otel,
              otel / stockade));
    }
    return lines;
  }
}
