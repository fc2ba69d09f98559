package dev.stockade.cli.command;

import java.util.List;

/**
 * Text for a terminal. The frame of the commands sends every line through it, since records, names
 * of processes and answers of engines may have been chosen by a stranger.
 */
public final class Printable {
  private Printable() {}

  /** One line, with {@code ?} for each character that is not seen but obeyed; tabs stay. */
  public static String text(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      if (isObeyed(text.charAt(i))) {
        out = out == null ? new StringBuilder(text) : out;
        out.setCharAt(i, '?');
      }
    }
    return out == null ? text : out.toString();
  }

  /** Lines, each with its end. */
  public static String lines(List<String> lines) {
    StringBuilder all = new StringBuilder();
    lines.forEach(line -> all.append(text(line)).append('\n'));
    return all.toString();
  }

  private static boolean isObeyed(char c) {
    int type = Character.getType(c);
    return (Character.isISOControl(c) && c != '\t')
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
