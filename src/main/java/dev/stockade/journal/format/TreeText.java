package dev.stockade.journal.format;

import dev.stockade.base.Json;
import java.util.Collection;
import java.util.Map;

/**
 * Writes maps, collections, strings, numbers, booleans and null as JSON (RFC 8259) for UTF-8, with
 * nothing in it that a terminal obeys.
 */
public final class TreeText {
  private final StringBuilder out = new StringBuilder(1024);

  /** Whether all that is not ASCII is escaped, too. */
  private final boolean isAscii;

  private TreeText(boolean isAscii) {
    this.isAscii = isAscii;
  }

  /** On one line. */
  public static String of(Object value) {
    return of(value, false);
  }

  /** On one line, in ASCII: safe wherever it is shown. */
  public static String ascii(Object value) {
    return of(value, true);
  }

  private static String of(Object value, boolean isAscii) {
    TreeText text = new TreeText(isAscii);
    text.value(value);
    return text.out.toString();
  }

  private void value(Object value) {
    if (value instanceof Map) {
      String separator = "{";
      for (Map.Entry<?, ?> member : ((Map<?, ?>) value).entrySet()) {
        out.append(separator);
        string(String.valueOf(member.getKey()));
        out.append(':');
        value(member.getValue());
        separator = ",";
      }
      out.append(separator.equals("{") ? "{}" : "}");
    } else if (value instanceof Collection) {
      String separator = "[";
      for (Object item : (Collection<?>) value) {
        out.append(separator);
        value(item);
        separator = ",";
      }
      out.append(separator.equals("[") ? "[]" : "]");
    } else if (value == null || value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else {
      string(value.toString());
    }
  }

  /** Whether readers do not show but obey it: ends of lines, and what turns the order of a line. */
  public static boolean isObeyed(char c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  private void string(String text) {
    if (isAscii) {
      Json.ascii(out, text);
      return;
    }
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (isObeyed(c)) {
        Json.escape(out, c);
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
