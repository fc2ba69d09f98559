package dev.stockade.policy.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A mapping in the file. Its keys are checked when it is made. */
final class Section {
  private final String path;
  private final int line;
  private final Problems problems;
  private final Map<String, Value> values = new LinkedHashMap<>();

  private Section(String path, int line, Problems problems) {
    this.path = path;
    this.line = line;
    this.problems = problems;
  }

  /**
   * @param path empty for the file itself
   * @param node null for one without keys
   * @param keys those that are allowed; null where the caller looks at them
   */
  static Section of(
      String path, int line, MappingNode node, Collection<String> keys, Problems problems) {
    Section section = new Section(path, line, problems);
    if (node != null) {
      for (NodeTuple tuple : node.getValue()) {
        if (problems.areEnough()) {
          break;
        }
        section.take(tuple, keys);
      }
    }
    return section;
  }

  String path() {
    return path;
  }

  int line() {
    return line;
  }

  /** Never null: an absent one answers null to every question. */
  Value value(String key) {
    Value value = values.get(key);
    return value != null ? value : new Value(below(key), line, null, problems);
  }

  Map<String, Value> values() {
    return values;
  }

  /** Reports the keys that are not there. */
  void require(Collection<String> keys) {
    List<String> missing = new ArrayList<>(keys);
    missing.removeAll(values.keySet());
    if (!missing.isEmpty()) {
      problems.error(line, path + " lacks " + Wording.allowed(missing));
    }
  }

  private void take(NodeTuple tuple, Collection<String> keys) {
    int at = Value.lineOf(tuple.getKeyNode());
    if (!(tuple.getKeyNode() instanceof ScalarNode)) {
      problems.error(at, "a key must be text, not " + Wording.kind(tuple.getKeyNode()));
      return;
    }
    String key = ((ScalarNode) tuple.getKeyNode()).getValue();
    if (keys != null && !keys.contains(key)) {
      problems.error(at, unknown(key, keys));
      return;
    }
    Value value = new Value(below(key), at, tuple.getValueNode(), problems);
    Value first = values.putIfAbsent(key, value);
    if (first != null) {
      problems.error(
          at, "the key " + Wording.quoted(key) + " stands twice, first in line " + first.keyLine());
    }
  }

  private String unknown(String key, Collection<String> keys) {
    return "unknown key "
        + Wording.quoted(key)
        + (path.isEmpty() ? "" : " in " + path)
        + Wording.allowed(key, keys);
  }

  private String below(String key) {
    String name = Wording.cut(key);
    return path.isEmpty() ? name : path + "." + name;
  }
}
