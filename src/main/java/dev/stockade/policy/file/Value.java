package dev.stockade.policy.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value in the file. Each question for it reports a value of another kind, and then answers null,
 * as it does for one that is absent.
 */
final class Value {
  /** What is longer is no name and no reason, and slow to match. */
  private static final int MAX_LENGTH = 1000;

  private final String path;
  private final int keyLine;
  private final Node node;
  private final Problems problems;

  /**
   * @param node null when it is absent
   */
  Value(String path, int keyLine, Node node, Problems problems) {
    this.path = path;
    this.keyLine = keyLine;
    this.node = node;
    this.problems = problems;
  }

  /** The first line is 1. */
  static int lineOf(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  boolean isPresent() {
    return node != null;
  }

  /** Whether it is absent, left empty, or a list or mapping without elements. */
  boolean isNothing() {
    return node == null
        || hasTag(Tag.NULL)
        || (node instanceof CollectionNode && ((CollectionNode<?>) node).getValue().isEmpty());
  }

  boolean isSection() {
    return node instanceof MappingNode;
  }

  String path() {
    return path;
  }

  int keyLine() {
    return keyLine;
  }

  int line() {
    return node == null ? keyLine : lineOf(node);
  }

  /** A string that is not blank. */
  String text() {
    if (node == null) {
      return null;
    }
    if (isText() && written().length() > MAX_LENGTH) {
      wrong("at most " + MAX_LENGTH + " characters long");
      return null;
    }
    if (isText() && !written().trim().isEmpty()) {
      return written();
    }
    wrong("text");
    return null;
  }

  /** A string or a number, as written. */
  String textOrNumber() {
    return hasTag(Tag.INT) || hasTag(Tag.FLOAT) ? written() : text();
  }

  /** The string, or an empty one where the value is of another kind; reports nothing. */
  String plainText() {
    return isText() ? written() : "";
  }

  /** The plain string of a key in a mapping, or an empty one; reports nothing. */
  String plainText(String key) {
    for (NodeTuple tuple : ((MappingNode) node).getValue()) {
      Node name = tuple.getKeyNode();
      if (name instanceof ScalarNode && ((ScalarNode) name).getValue().equals(key)) {
        return new Value(path, keyLine, tuple.getValueNode(), problems).plainText();
      }
    }
    return "";
  }

  /** {@code true} or {@code false}. */
  String truth() {
    if (node == null) {
      return null;
    }
    if (hasTag(Tag.BOOL)) {
      return written().toLowerCase(Locale.ROOT);
    }
    wrong("true or false");
    return null;
  }

  Integer whole(int least, int most) {
    if (node == null) {
      return null;
    }
    String digits = hasTag(Tag.INT) && written().matches("\\d{1,9}") ? written() : "-1";
    int number = Integer.parseInt(digits);
    if (number < least || number > most) {
      wrong("a whole number from " + least + " to " + most);
      return null;
    }
    return number;
  }

  /** The map's value for this string. */
  <T> T choice(Map<String, T> choices) {
    return choice(choices, Wording.allowed(choices.keySet()));
  }

  /**
   * @param allowed the map's strings in words, where they are too many to be named
   */
  <T> T choice(Map<String, T> choices, String allowed) {
    if (node == null) {
      return null;
    }
    T chosen = isText() ? choices.get(written()) : null;
    if (chosen == null) {
      String suggestion = isText() ? Suggestion.of(written(), choices.keySet()) : "";
      wrong("one of " + allowed, suggestion);
    }
    return chosen;
  }

  /** Without a key where the value is left empty. */
  Section section(Collection<String> keys) {
    if (node instanceof MappingNode || hasTag(Tag.NULL)) {
      MappingNode mapping = isSection() ? (MappingNode) node : null;
      return Section.of(path, keyLine, mapping, keys, problems);
    }
    if (node != null) {
      wrong("a mapping of keys to values");
    }
    return null;
  }

  /** Empty where the value is left empty. */
  List<Value> list() {
    if (node == null) {
      return null;
    }
    List<Value> values = new ArrayList<>();
    if (node instanceof SequenceNode) {
      for (Node element : ((SequenceNode) node).getValue()) {
        String name = path + "[" + (values.size() + 1) + "]";
        values.add(new Value(name, lineOf(element), element, problems));
      }
    } else if (!hasTag(Tag.NULL)) {
      wrong("a list");
      return null;
    }
    return values;
  }

  /** The same by another name in messages. */
  Value named(String other) {
    return new Value(other, keyLine, node, problems);
  }

  /** Reports that something else should stand here. */
  void wrong(String wanted) {
    boolean unquoted =
        wanted.equals("text") && (hasTag(Tag.INT) || hasTag(Tag.FLOAT) || hasTag(Tag.BOOL));
    wrong(wanted, unquoted ? ": put it in quotes" : "");
  }

  private void wrong(String wanted, String more) {
    problems.error(line(), path + " must be " + wanted + ", not " + Wording.kind(node) + more);
  }

  private boolean isText() {
    return hasTag(Tag.STR);
  }

  private boolean hasTag(Tag tag) {
    return node instanceof ScalarNode && node.getTag().equals(tag);
  }

  private String written() {
    return ((ScalarNode) node).getValue();
  }
}
