package dev.stockade.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The colours of the HTML report have the contrast that WCAG 2.1 AA asks for. */
class ReportStyleTest {
  private static final double TEXT = 4.5;
  private static final double GRAPHICS = 3;
  private static final Pattern COLOR = Pattern.compile("--(\\w+): #([0-9a-f]{3,6});");

  @Test
  void inLightAndDark() throws IOException {
    String css = css();
    int dark = css.indexOf("@media screen and (prefers-color-scheme: dark)");
    int print = css.indexOf("@media print");
    check(colors(css.substring(0, dark)));
    check(colors(css.substring(dark, print)));
  }

  @Test
  void theResourcesLoadNothing() throws IOException {
    assertThat(css()).doesNotContain("url(", "@import", "http");
  }

  private static void check(Map<String, Integer> colors) {
    assertThat(colors).hasSize(18);
    for (String back : new String[] {"back", "shade"}) {
      for (String name : new String[] {"text", "soft", "link", "good", "bad", "open"}) {
        assertThat(contrast(colors.get(name), colors.get(back)))
            .describedAs(name + " on " + back)
            .isGreaterThanOrEqualTo(TEXT);
      }
      for (int i = 0; i < 9; i++) {
        assertThat(contrast(colors.get("c" + i), colors.get(back)))
            .describedAs("c" + i + " on " + back)
            .isGreaterThanOrEqualTo(GRAPHICS);
      }
    }
  }

  private static Map<String, Integer> colors(String css) {
    Map<String, Integer> colors = new HashMap<>();
    Matcher color = COLOR.matcher(css);
    while (color.find()) {
      String hex = color.group(2);
      String whole = hex.length() == 3 ? hex.replaceAll("(.)", "$1$1") : hex;
      colors.put(color.group(1), Integer.parseInt(whole, 16));
    }
    return colors;
  }

  /** WCAG 2.1, "contrast ratio". */
  private static double contrast(int one, int other) {
    double brighter = Math.max(luminance(one), luminance(other));
    double darker = Math.min(luminance(one), luminance(other));
    return (brighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(int color) {
    return 0.2126 * part(color >> 16) + 0.7152 * part(color >> 8) + 0.0722 * part(color);
  }

  private static double part(int color) {
    double part = (color & 0xff) / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  private static String css() throws IOException {
    try (InputStream in = ReportCommand.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
