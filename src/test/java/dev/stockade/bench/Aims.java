package dev.stockade.bench;

import static dev.stockade.bench.Variants.AUDIT;
import static dev.stockade.bench.Variants.EMPTY;
import static dev.stockade.bench.Variants.ENFORCE;
import static dev.stockade.bench.Variants.NONE;
import static dev.stockade.bench.Variants.OTEL;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What issues 2 and 3 ask for, in the same measurements as the table. */
final class Aims {
  private final List<Variant> variants;
  private final Measurements measurements;
  private final List<String> lines = new ArrayList<>();

  private Aims(List<Variant> variants, Measurements measurements) {
    this.variants = variants;
    this.measurements = measurements;
  }

  static List<String> lines(List<Variant> variants, Measurements measurements) {
    Aims aims = new Aims(variants, measurements);
    for (int i = AUDIT; i <= ENFORCE; i++) {
      aims.startAndMemory(i);
      aims.sdkRequests(i);
    }
    aims.startBesideOpenTelemetry();
    return aims.lines;
  }

  private void startAndMemory(int variant) {
    if (measurements.has(Row.HELLO_CPU) && measurements.has(Row.RSS)) {
      add(
          "- %s: start-up CPU %.2f of the empty agent's (aim: at most 1.30), RSS %+.1f MB (aim: at"
              + " most +10)",
          variants.get(variant).name(),
          measurements.ratios(Row.HELLO_CPU, variant, EMPTY).median(),
          measurements.differences(Row.RSS, variant, NONE).median());
    }
  }

  private void sdkRequests(int variant) {
    if (measurements.has(Row.SDK_REQUESTS)) {
      add(
          "- %s: AWS SDK 2 requests %.2f of no agent's (aim: at least 0.97)",
          variants.get(variant).name(),
          measurements.ratios(Row.SDK_REQUESTS, variant, NONE).median());
    }
  }

  private void startBesideOpenTelemetry() {
    if (measurements.has(Row.HELLO_CPU) && variants.size() > OTEL) {
      double stockade = measurements.differences(Row.HELLO_CPU, AUDIT, NONE).median();
      double otel = measurements.differences(Row.HELLO_CPU, OTEL, NONE).median();
      add(
          "- CPU added to the start without TLS: Stockade audit %.0f ms, %s %.0f ms: %.1f times"
              + " (aim: at least 10)",
          stockade, variants.get(OTEL).name(), otel, otel / stockade);
    }
  }

  private void add(String format, Object... values) {
    lines.add(String.format(Locale.ROOT, format, values));
  }
}
