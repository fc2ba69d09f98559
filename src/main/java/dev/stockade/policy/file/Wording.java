package dev.stockade.policy.file;

import java.util.Collection;
import java.util.Locale;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** How messages speak of what stands in a file. */
final class Wording {
  private static final int LONGEST = 80;

  /** So many names would hide a suggestion behind them. */
  private static final int MANY = 8;

  private Wording() {}

  static String quoted(String text) {
    return "'" + cut(text) + "'";
  }

  /** Fit to stand in a sentence. */
  static String cut(String text) {
    return cut(text, LONGEST);
  }

  /** What a parser says, which may show a character of the file. */
  static String foreign(String sentence) {
    return cut(sentence.replaceAll("\\s+", " "), 2 * LONGEST);
  }

  private static String cut(String text, int longest) {
    StringBuilder cut = new StringBuilder();
    for (int i = 0; i < text.length() && i < longest; i++) {
      char c = text.charAt(i);
      cut.append(isPrintable(c) ? c : '?');
    }
    return cut.append(text.length() > longest ? "…" : "").toString();
  }

  /** Of which kind a value is, for one that should be of another. */
  static String kind(Node node) {
    if (!(node instanceof ScalarNode)) {
      return node instanceof SequenceNode ? "a list" : "a mapping";
    }
    String value = ((ScalarNode) node).getValue();
    Tag tag = node.getTag();
    if (tag.equals(Tag.NULL) || value.trim().isEmpty()) {
      return "empty";
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return "the number " + cut(value);
    }
    return tag.equals(Tag.BOOL) ? cut(value) : "the text " + quoted(value);
  }

  static String allowed(Collection<String> names) {
    return String.join(", ", names);
  }

  /** What may stand where something else does; of many names only the one that was meant. */
  static String allowed(String written, Collection<String> names) {
    String suggestion = suggestion(written, names);
    return names.size() > MANY && !suggestion.isEmpty()
        ? suggestion
        : "; allowed are " + allowed(names) + suggestion;
  }

  /** A question to put at the end of a sentence, or nothing. */
  static String suggestion(String written, Collection<String> names) {
    String closest = null;
    int least = Math.min(3, Math.max(1, written.length() / 3)) + 1;
    for (String name : names) {
      int distance = distance(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        closest = name;
      }
    }
    return closest == null ? "" : "; did you mean '" + closest + "'?";
  }

  /** Letters put in, left out, replaced, or swapped with their neighbour. */
  private static int distance(String a, String b) {
    if (a.length() > LONGEST) {
      return a.length();
    }
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : best(steps, a, b, i, j);
      }
    }
    return steps[a.length()][b.length()];
  }

  private static int best(int[][] steps, String a, String b, int i, int j) {
    int changed = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best =
        Math.min(steps[i - 1][j - 1] + changed, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
  }

  private static boolean isPrintable(char c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }
}
