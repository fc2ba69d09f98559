package dev.stockade.cli.report;

import dev.stockade.base.IsoTime;
import dev.stockade.cli.command.YamlText;
import dev.stockade.cli.journal.Counts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Charts as inline SVG, in which colours come from the style sheet. */
final class Charts {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 200;
  private static final int FOOT = 24;
  private static final int LABEL = 200;
  private static final int BAR = 20;
  private static final int MAX_BARS = 20;
  private static final int MAX_LABEL = 30;

  private final Html out;
  private String caption;

  Charts(Html out) {
    this.out = out;
  }

  /** Handshakes over time by version, one column a step. */
  void overTime(Timeline timeline) {
    List<String> names = timeline.names();
    begin("Handshakes over time by TLS version", HEIGHT + FOOT);
    long most = 1;
    for (int step = 0; step < timeline.size(); step++) {
      most = Math.max(most, timeline.count(step));
    }
    double width = (double) WIDTH / timeline.size();
    for (int step = 0; step < timeline.size(); step++) {
      double y = HEIGHT;
      for (int i = 0; i < names.size(); i++) {
        long count = timeline.count(step, names.get(i));
        double height = (double) HEIGHT * count / most;
        y -= height;
        String from = IsoTime.of(timeline.start() + step * timeline.step());
        String tip = from + ", " + names.get(i) + ": " + count;
        rectangle(i, tip, step * width, y, Math.max(1, width - 1), height);
      }
    }
    label(0, HEIGHT + 16, "start", IsoTime.of(timeline.start()));
    long end = timeline.start() + timeline.size() * timeline.step();
    label(WIDTH, HEIGHT + 16, "end", IsoTime.of(end));
    label(0, 12, "start", "at most " + most + " in " + timeline.step() / 60_000 + " minutes");
    end(names);
  }

  /** Parts of a whole for each name, the longest bars first. */
  void bars(String title, Map<String, Map<String, Long>> counts, List<String> parts) {
    List<String> names = new ArrayList<>(counts.keySet());
    names.sort((a, b) -> Long.compare(sum(counts.get(b)), sum(counts.get(a))));
    int shown = Math.min(MAX_BARS, names.size());
    begin(
        title + (shown < names.size() ? ", the first " + shown + " of " + names.size() : ""),
        shown * BAR + 4);
    long most = 1;
    for (String name : names) {
      most = Math.max(most, sum(counts.get(name)));
    }
    for (int row = 0; row < shown; row++) {
      String name = names.get(row);
      double x = LABEL;
      label(LABEL - 6, row * BAR + 15, "end", YamlText.cut(name, MAX_LABEL));
      for (int i = 0; i < parts.size(); i++) {
        long count = counts.get(name).getOrDefault(parts.get(i), 0L);
        double width = (double) (WIDTH - LABEL) * count / most;
        String tip = name + (parts.get(i).isEmpty() ? "" : ", " + parts.get(i)) + ": " + count;
        rectangle(i, tip, x, row * BAR + 2, width, BAR - 4);
        x += width;
      }
    }
    end(parts.size() > 1 ? parts : new ArrayList<>());
  }

  /** One bar for each name. */
  void bars(String title, Map<String, Long> counts) {
    Map<String, Map<String, Long>> all = new LinkedHashMap<>();
    counts.forEach((name, count) -> all.put(name, Collections.singletonMap("", count)));
    bars(title, all, Arrays.asList(""));
  }

  private static long sum(Map<String, Long> counts) {
    long sum = 0;
    for (long count : counts.values()) {
      sum = Counts.sum(sum, count);
    }
    return sum;
  }

  private void begin(String title, int height) {
    out.raw("<figure><svg role=\"img\" viewBox=\"0 0 " + WIDTH + " " + height + "\"><title>");
    out.text(title).raw("</title>");
    caption = title;
  }

  /**
   * @param tip what a pointer at it is told
   */
  private void rectangle(int color, String tip, double x, double y, double width, double height) {
    if (width > 0 && height > 0) {
      out.raw("<rect class=\"c" + color % 9 + "\" x=\"" + round(x) + "\" y=\"" + round(y));
      out.raw("\" width=\"" + round(width) + "\" height=\"" + round(height) + "\">");
      out.element("title", tip).raw("</rect>");
    }
  }

  private void label(int x, int y, String anchor, String text) {
    out.raw("<text x=\"" + x + "\" y=\"" + y + "\" text-anchor=\"" + anchor + "\">");
    out.text(text).raw("</text>");
  }

  private void end(List<String> names) {
    out.raw("</svg><figcaption>").text(caption);
    for (int i = 0; i < names.size(); i++) {
      out.raw(" <span class=\"key c" + i % 9 + "\"></span>").text(names.get(i));
    }
    out.raw("</figcaption></figure>\n");
  }

  private static String round(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
