package dev.stockade.cli.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Strings in a YAML file. All that comes from a record goes through here: written as it stands, it
 * could end its line and go on with an exception of its own.
 */
public final class YamlText {
  /** As policy files read no longer ones. */
  private static final int MAX_LENGTH = 1000;

  private YamlText() {}

  /** A double-quoted scalar on one line, which a JSON string is; cut where it is too long. */
  public static String quoted(String text) {
    return JsonText.of(cut(plain(text), MAX_LENGTH));
  }

  /** A flow sequence of {@link #quoted(String)}. */
  public static String list(Collection<String> texts) {
    List<String> quoted = new ArrayList<>();
    texts.forEach(text -> quoted.add(quoted(text)));
    return "[" + String.join(", ", quoted) + "]";
  }

  /** A line that is not read. */
  public static String comment(String text) {
    return "# " + plain(text);
  }

  /** Whether {@link #quoted(String)} loses nothing of it. */
  public static boolean isPlain(String text) {
    return text.length() <= MAX_LENGTH && plain(text).equals(text);
  }

  /** With an ellipsis where something is missing. */
  public static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "\u2026";
  }

  /** Halves of characters are not YAML, whole ones outside of the BMP are not as JSON has them. */
  private static String plain(String text) {
    return Printable.text(text).replaceAll("[\ud800-\udfff]", "?");
  }
}
