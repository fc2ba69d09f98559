package dev.stockade.journal.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A record as nested maps. Its members are named by paths such as {@code tls.version}. */
public final class RecordTree {
  /** What stands for half of a surrogate pair, which UTF-8 cannot express (Unicode 3.9, U+FFFD). */
  private static final char REPLACEMENT = '\ufffd';

  private final Map<String, Object> members;

  RecordTree() {
    this(new LinkedHashMap<>());
  }

  private RecordTree(Map<String, Object> members) {
    this.members = members;
  }

  /** A copy that shares nothing with the maps and lists, in whose texts each character is whole. */
  public static RecordTree of(Map<?, ?> members) {
    return new RecordTree(copy(members));
  }

  /** As maps, lists, strings, numbers and booleans, which are still this tree's own. */
  public Map<String, Object> members() {
    return members;
  }

  public RecordTree copy() {
    return of(members);
  }

  public boolean has(String path) {
    return get(path) != null;
  }

  /** Null where there is none. */
  public Object get(String path) {
    int dot = path.lastIndexOf('.');
    Map<String, Object> parent = dot < 0 ? members : parent(path.substring(0, dot), false);
    return parent == null ? null : parent.get(path.substring(dot + 1));
  }

  /** Null where there is none, or no text. */
  public String text(String path) {
    Object value = get(path);
    return value instanceof String ? (String) value : null;
  }

  /** -1 where there is none, or no whole number. */
  public long number(String path) {
    Object value = get(path);
    return value instanceof Long || value instanceof Integer ? ((Number) value).longValue() : -1;
  }

  /** The texts of a list; none where there is no list. */
  public List<String> texts(String path) {
    List<String> texts = new ArrayList<>();
    Object value = get(path);
    if (value instanceof Collection) {
      for (Object item : (Collection<?>) value) {
        texts.add(String.valueOf(item));
      }
    }
    return texts;
  }

  /** Does nothing for null. */
  RecordTree put(String path, Object value) {
    if (value != null) {
      int dot = path.lastIndexOf('.');
      Map<String, Object> parent = dot < 0 ? members : parent(path.substring(0, dot), true);
      parent.put(path.substring(dot + 1), value);
    }
    return this;
  }

  /** Takes a member away, and what is empty without it. */
  public void remove(String path) {
    int dot = path.lastIndexOf('.');
    Map<String, Object> parent = dot < 0 ? members : parent(path.substring(0, dot), false);
    if (parent != null) {
      parent.remove(path.substring(dot + 1));
      if (dot >= 0 && parent.isEmpty()) {
        remove(path.substring(0, dot));
      }
    }
  }

  /**
   * A text or a number on the way, which a stranger may have put there, gives way to what is put.
   */
  private Map<String, Object> parent(String path, boolean make) {
    Map<String, Object> at = members;
    for (int from = 0; from <= path.length(); ) {
      int dot = path.indexOf('.', from);
      int end = dot < 0 ? path.length() : dot;
      Map<String, Object> next = map(at.get(path.substring(from, end)));
      if (next == null) {
        if (!make) {
          return null;
        }
        next = new LinkedHashMap<>();
        at.put(path.substring(from, end), next);
      }
      at = next;
      from = end + 1;
    }
    return at;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return value instanceof Map ? (Map<String, Object>) value : null;
  }

  private static Map<String, Object> copy(Map<?, ?> members) {
    Map<String, Object> copy = new LinkedHashMap<>();
    for (Map.Entry<?, ?> member : members.entrySet()) {
      copy.put(whole(String.valueOf(member.getKey())), value(member.getValue()));
    }
    return copy;
  }

  private static Object value(Object value) {
    if (value instanceof Map) {
      return copy((Map<?, ?>) value);
    }
    if (value instanceof Collection) {
      List<Object> items = new ArrayList<>();
      for (Object item : (Collection<?>) value) {
        items.add(value(item));
      }
      return items;
    }
    return value instanceof String ? whole((String) value) : value;
  }

  private static String whole(String text) {
    StringBuilder whole = null;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (Character.isSurrogatePair(
            text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : 0)) {
          i++;
        } else {
          whole = whole == null ? new StringBuilder(text) : whole;
          whole.setCharAt(i, REPLACEMENT);
        }
      }
    }
    return whole == null ? text : whole.toString();
  }
}
