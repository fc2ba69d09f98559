package dev.stockade.base;

import java.util.Arrays;
import java.util.List;

/**
 * Writes JSON text: the members of an object one after the other, those without a value left out. A
 * nested object or list that stays empty leaves no trace, unless it is given as a whole.
 */
public final class Json {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final StringBuilder out = new StringBuilder(512);
  private final int longest;

  /** Where each object and list that is open starts, with its name and comma. */
  private int[] marks = new int[4];

  private int depth;

  public Json() {
    this(Integer.MAX_VALUE);
  }

  /**
   * @param longest the maximum length of a string; a longer one is cut, and says so
   */
  public Json(int longest) {
    this.longest = longest;
  }

  public Json text(String name, String value) {
    if (value != null) {
      name(name);
      string(Limits.cut(value, longest));
    }
    return this;
  }

  public Json number(String name, long value) {
    name(name).out.append(value);
    return this;
  }

  public Json flag(String name, boolean value) {
    name(name).out.append(value);
    return this;
  }

  public Json begin(String name) {
    mark();
    name(name).out.append('{');
    return this;
  }

  public Json end() {
    return end('{', '}');
  }

  public Json beginList(String name) {
    mark();
    name(name).out.append('[');
    return this;
  }

  /** An object in a list, until {@link #end}. */
  public Json beginItem() {
    mark();
    comma();
    out.append('{');
    return this;
  }

  public Json item(String value) {
    comma();
    string(value);
    return this;
  }

  public Json endList() {
    return end('[', ']');
  }

  /** A list of strings, which is written even when it is empty. */
  public Json texts(String name, List<String> texts) {
    name(name).out.append('[');
    for (String text : texts) {
      item(text);
    }
    out.append(']');
    return this;
  }

  /**
   * Likewise of objects.
   *
   * @param objects the members of each, without braces
   */
  public Json objects(String name, List<String> objects) {
    name(name).out.append('[');
    for (String members : objects) {
      comma();
      out.append('{').append(members).append('}');
    }
    out.append(']');
    return this;
  }

  /** Members that were written elsewhere; may be empty. */
  public Json members(String members) {
    if (!members.isEmpty()) {
      comma();
      out.append(members);
    }
    return this;
  }

  /** The members without braces. */
  public String members() {
    return out.toString();
  }

  private void mark() {
    if (depth == marks.length) {
      marks = Arrays.copyOf(marks, 2 * depth);
    }
    marks[depth++] = out.length();
  }

  private Json end(char open, char close) {
    int mark = marks[--depth];
    if (out.charAt(out.length() - 1) == open) {
      out.setLength(mark);
    } else {
      out.append(close);
    }
    return this;
  }

  private Json name(String name) {
    comma();
    string(name);
    out.append(':');
    return this;
  }

  private void comma() {
    int length = out.length();
    if (length > 0 && out.charAt(length - 1) != '{' && out.charAt(length - 1) != '[') {
      out.append(',');
    }
  }

  private void string(String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || lone(value, i)) {
        escape(out, c);
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  /** A string in plain ASCII, which every encoding, terminal and pipe lets through. */
  public static void ascii(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c >= ' ' && c < 0x7f) {
        out.append(c);
      } else {
        escape(out, c);
      }
    }
    out.append('"');
  }

  /** A character by its number, in JSON and in property files. */
  public static void escape(StringBuilder out, char c) {
    out.append("\\u").append(HEX[c >> 12]).append(HEX[c >> 8 & 15]);
    out.append(HEX[c >> 4 & 15]).append(HEX[c & 15]);
  }

  /** Whether this is half of a surrogate pair, which UTF-8 cannot express. */
  private static boolean lone(String value, int i) {
    char c = value.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
  }
}
