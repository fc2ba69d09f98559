package dev.stockade.fleet.record;

import dev.stockade.base.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** What of a record has no column, as the text of a JSON object with the values as they stood. */
final class Extra {
  /** The hash of the line before: of use on the files alone, and as long as all the rest. */
  private static final String CHAIN = "prev";

  private final Map<String, Map<String, String>> groups = new LinkedHashMap<>();
  private boolean isEmpty = true;

  void clear() {
    if (!isEmpty) {
      groups.clear();
      isEmpty = true;
    }
  }

  /**
   * @param group the member of the record that it is below; null for none
   * @param value JSON
   */
  void add(String group, String name, String value) {
    if (group == null && name.equals(CHAIN)) {
      return;
    }
    isEmpty = false;
    groups
        .computeIfAbsent(group == null ? "" : group, any -> new LinkedHashMap<>())
        .put(name, value);
  }

  void add(Member member, String value) {
    int dot = member.path.indexOf('.');
    String group = dot < 0 ? null : member.path.substring(0, dot);
    add(group, member.path.substring(dot + 1), value);
  }

  /** Whether the record itself has this member. */
  boolean has(String name) {
    return !isEmpty && groups.containsKey("") && groups.get("").containsKey(name);
  }

  /** Null for nothing. */
  String text() {
    if (isEmpty) {
      return null;
    }
    StringBuilder out = new StringBuilder("{");
    groups.forEach(
        (group, members) -> {
          if (!group.isEmpty()) {
            name(out, group).append('{');
          }
          members.forEach((name, value) -> name(out, name).append(value));
          if (!group.isEmpty()) {
            out.append('}');
          }
        });
    return out.append('}').toString();
  }

  private static StringBuilder name(StringBuilder out, String name) {
    if (out.charAt(out.length() - 1) != '{') {
      out.append(',');
    }
    Json.ascii(out, name);
    return out.append(':');
  }
}
