package dev.stockade.policy.file;

import java.util.Collection;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The wording of messages about what stands in a file. */
final class Wording {
  private static final int MAX_LENGTH = 80;

  /** This many names would hide a suggestion behind them. */
  private static final int MANY = 8;

  private Wording() {}

  static String quoted(String text) {
    return "'" + cut(text) + "'";
  }

  /** Fit to stand in a sentence. */
  static String cut(String text) {
    return cut(text, MAX_LENGTH);
  }

  /** What a parser says, which may show a character of the file. */
  static String foreign(String sentence) {
    return cut(sentence.replaceAll("\\s+", " "), 2 * MAX_LENGTH);
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
    String suggestion = Suggestion.of(written, names);
    return names.size() > MANY && !suggestion.isEmpty()
        ? suggestion
        : "; allowed are " + allowed(names) + suggestion;
  }

  private static boolean isPrintable(char c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }
}
