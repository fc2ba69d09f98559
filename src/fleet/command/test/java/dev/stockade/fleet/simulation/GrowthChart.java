package dev.stockade.fleet.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws the table of questions in {@code docs/fleet.md} as curves, both axes logarithmic: {@code
 * GrowthChart docs/fleet.md docs/fleet-growth.svg}.
 */
final class GrowthChart {
  private static final String HEAD = "| question | 1 M | 10 M | 100 M |";
  private static final int LEFT = 60;
  private static final int STEP = 180;
  private static final int STEPS = 3;
  private static final int RIGHT = LEFT + STEP * (STEPS - 1);
  private static final int TOP = 20;
  private static final int DECADE = 110;

  /** Seconds of the lowest and the highest line of the grid, as powers of ten. */
  private static final int LOWEST = -1;

  private static final int HIGHEST = 3;

  /** Below this many pixels two names would stand in one another. */
  private static final int NAME = 14;

  private static final String FRAME =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 500" font-family="sans-serif" font-size="12">
      <title>Seconds of CPU by question, of 1 M, 10 M and 100 M records</title>
      <style>
      text{fill:#222} .grid{stroke:#ccc} .linear{stroke:#888;stroke-dasharray:4} .curve{stroke:#1565c0;fill:none;stroke-width:1.5} .all{stroke:#c62828}
      @media (prefers-color-scheme:dark){text{fill:#ddd} .grid{stroke:#444} .linear{stroke:#999} .curve{stroke:#64b5f6} .all{stroke:#ef9a9a}}
      </style>
      %s</svg>
      """;

  private final StringBuilder svg = new StringBuilder();
  private int lowestName = Integer.MAX_VALUE;

  private GrowthChart() {}

  /** A row of the table: seconds of CPU. */
  private record Growth(String question, List<Double> seconds) {
    double most() {
      return seconds.get(STEPS - 1);
    }
  }

  public static void main(String[] words) throws IOException {
    Files.writeString(Path.of(words[1]), of(Files.readString(Path.of(words[0]))));
  }

  /** The picture for a document with such a table. */
  static String of(String document) {
    GrowthChart chart = new GrowthChart();
    chart.grid();
    List<Growth> rows = rows(document);
    rows.sort((a, b) -> Double.compare(a.most(), b.most()));
    rows.forEach(chart::curve);
    return FRAME.formatted(chart.svg);
  }

  private static List<Growth> rows(String document) {
    List<Growth> rows = new ArrayList<>();
    boolean isIn = false;
    for (String line : document.lines().toList()) {
      isIn = line.startsWith(HEAD) || (isIn && line.startsWith("|"));
      String[] cells = line.split("\\|", -1);
      if (isIn && cells.length > 1 + STEPS && cells[2].strip().matches("[0-9.]+")) {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
          seconds.add(Double.parseDouble(cells[2 + i].strip()));
        }
        rows.add(new Growth(cells[1].strip().replace("`", ""), seconds));
      }
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("no table that begins with " + HEAD);
    }
    return rows;
  }

  private void grid() {
    int bottom = y(Math.pow(10, LOWEST));
    for (int power = LOWEST; power <= HIGHEST; power++) {
      double seconds = Math.pow(10, power);
      line("grid", LEFT, y(seconds), RIGHT, y(seconds));
      text(LEFT - 8, y(seconds) + 4, "end", (power < 0 ? "0.1" : Math.round(seconds)) + " s");
    }
    for (int i = 0; i < STEPS; i++) {
      int x = LEFT + STEP * i;
      line("grid", x, bottom, x, TOP);
      text(x, bottom + 18, "middle", Math.round(Math.pow(10, i)) + " M records");
    }
    line("linear", LEFT, y(1), RIGHT, y(100));
    text(RIGHT - 6, y(100) - 6, "end", "dashed: ten times the CPU at each step");
  }

  /** The name beside its end, below that of the one that ends higher. */
  private void curve(Growth row) {
    String kind = row.question.equals("all") ? "curve all" : "curve";
    for (int i = 1; i < STEPS; i++) {
      int x = LEFT + STEP * i;
      line(kind, x - STEP, y(row.seconds.get(i - 1)), x, y(row.seconds.get(i)));
    }
    lowestName = Math.min(lowestName - NAME, y(row.most()) + 4);
    text(RIGHT + 6, lowestName, "start", row.question + " " + row.most());
  }

  private static int y(double seconds) {
    return (int) Math.round(TOP + DECADE * (HIGHEST - Math.log10(seconds)));
  }

  private void line(String kind, int x1, int y1, int x2, int y2) {
    svg.append(
        String.format(
            Locale.ROOT, "<path class=\"%s\" d=\"M%d,%dL%d,%d\"/>%n", kind, x1, y1, x2, y2));
  }

  private void text(int x, int y, String anchor, String words) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            words));
  }
}
