package dev.stockade.e2e.load;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Draws a soak's curves, one below the other, as SVG. */
final class SoakChart {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 60;
  private static final int LEFT = 150;

  private final List<Double> at;
  private final List<SoakSample> samples;
  private final StringBuilder svg = new StringBuilder();
  private int curves;

  private SoakChart(List<Double> at, List<SoakSample> samples) {
    this.at = at;
    this.samples = samples;
  }

  /**
   * @param at the end of each sample's interval, in seconds from the beginning
   */
  static String of(List<Double> at, List<SoakSample> samples) {
    SoakChart chart = new SoakChart(at, samples);
    chart.curve("heap, MB", sample -> sample.heap() / 1e6);
    chart.curve("metaspace, MB", sample -> sample.metaspace() / 1e6);
    chart.curve("threads", SoakSample::threads);
    chart.curve("descriptors", SoakSample::descriptors);
    for (String kind : SoakSample.TIMED) {
      chart.curve(kind + " p50, ms", sample -> sample.kinds().get(kind).p50() / 1e3);
      chart.curve(kind + " p99, ms", sample -> sample.kinds().get(kind).p99() / 1e3);
    }
    int height = chart.curves * (HEIGHT + 20);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">%n"
            .formatted(LEFT + WIDTH + 10, height)
        + "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
        + chart.svg
        + "</svg>\n";
  }

  /** From zero up to its highest value, which stands beside it. */
  private void curve(String name, ToDoubleFunction<SoakSample> value) {
    double highest = Math.max(1e-9, samples.stream().mapToDouble(value).max().orElseThrow());
    double end = at.get(at.size() - 1);
    int bottom = curves++ * (HEIGHT + 20) + HEIGHT + 10;
    StringBuilder points = new StringBuilder();
    IntStream.range(0, samples.size())
        .forEach(
            i ->
                points.append(
                    "%.1f,%.1f "
                        .formatted(
                            LEFT + WIDTH * at.get(i) / end,
                            bottom - HEIGHT * value.applyAsDouble(samples.get(i)) / highest)));
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"4\" y=\"%d\">%s</text><text x=\"4\" y=\"%d\" fill=\"gray\">highest %.1f</text>%n"
                + "<path d=\"M%d,%dh%d\" stroke=\"silver\"/>"
                + "<polyline points=\"%s\" fill=\"none\" stroke=\"black\"/>%n",
            bottom - 24,
            name,
            bottom - 8,
            highest,
            LEFT,
            bottom,
            WIDTH,
            points.toString().trim()));
  }
}
