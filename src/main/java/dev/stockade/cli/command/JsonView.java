package dev.stockade.cli.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A mapping from outside. What has the wrong kind is reported by an exception. */
public final class JsonView {
  private final String path;
  private final Map<?, ?> members;

  /**
   * @param path where it stands, for messages
   */
  public JsonView(String path, Map<?, ?> members) {
    this.path = path;
    this.members = members;
  }

  public static JsonView of(String path, Object value) {
    if (!(value instanceof Map)) {
      throw new IllegalArgumentException(path + " must be a mapping of keys to values");
    }
    return new JsonView(path, (Map<?, ?>) value);
  }

  public boolean has(String name) {
    return members.get(name) != null;
  }

  /** Refuses keys that mean nothing here. */
  public JsonView only(String... allowed) {
    for (Object key : members.keySet()) {
      if (!Arrays.asList(allowed).contains(String.valueOf(key))) {
        throw new IllegalArgumentException(
            "unknown key '" + key + "' in " + path + "; allowed are " + String.join(", ", allowed));
      }
    }
    return this;
  }

  /** Null when absent, as in all that follows but the lists. */
  public JsonView below(String name) {
    return has(name) ? of(path + "." + name, members.get(name)) : null;
  }

  /** The mappings of a list; none when absent. */
  public List<JsonView> each(String name) {
    Object value = members.get(name);
    List<JsonView> all = new ArrayList<>();
    if (value == null) {
      return all;
    }
    if (!(value instanceof Collection)) {
      throw new IllegalArgumentException(path + "." + name + " must be a list");
    }
    for (Object item : (Collection<?>) value) {
      all.add(of(path + "." + name, item));
    }
    return all;
  }

  public String text(String name) {
    Object value = members.get(name);
    if (value instanceof Map || value instanceof Collection) {
      throw new IllegalArgumentException(path + "." + name + " must be text");
    }
    return value == null ? null : value.toString();
  }

  /** 0 when absent. */
  public long whole(String name) {
    Object value = members.get(name);
    if (value == null) {
      return 0;
    }
    if (!(value instanceof Integer || value instanceof Long) || ((Number) value).longValue() < 0) {
      throw new IllegalArgumentException(path + "." + name + " must be a whole number");
    }
    return ((Number) value).longValue();
  }

  public int small(String name) {
    long value = whole(name);
    if (value > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(path + "." + name + " is too large");
    }
    return (int) value;
  }

  public boolean flag(String name) {
    return Boolean.TRUE.equals(flagIfAny(name));
  }

  /** Null where there is none. */
  public Boolean flagIfAny(String name) {
    Object value = members.get(name);
    return value instanceof Boolean ? (Boolean) value : null;
  }

  public List<String> texts(String name) {
    Object value = members.get(name);
    List<String> texts = new ArrayList<>();
    if (value == null) {
      return texts;
    }
    if (!(value instanceof Collection)) {
      throw new IllegalArgumentException(path + "." + name + " must be a list");
    }
    for (Object item : (Collection<?>) value) {
      texts.add(String.valueOf(item));
    }
    return texts;
  }

  /** The constant whose label stands there. */
  public <T> T choice(String name, T[] choices, Function<T, String> label) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    List<String> labels = new ArrayList<>();
    for (T choice : choices) {
      if (label.apply(choice).equals(text)) {
        return choice;
      }
      labels.add(label.apply(choice));
    }
    throw new IllegalArgumentException(
        path + "." + name + " must be one of " + String.join(", ", labels) + ", not " + text);
  }
}
