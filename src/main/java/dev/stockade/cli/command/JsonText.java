package dev.stockade.cli.command;

import dev.stockade.base.Json;
import java.util.Collection;
import java.util.Map;

/** Writes maps, collections, strings, numbers, booleans and null as JSON (RFC 8259). */
public final class JsonText {
  private final StringBuilder out = new StringBuilder();

  private JsonText() {}

  /** On one line. */
  public static String of(Object value) {
    JsonText text = new JsonText();
    text.value(value);
    return text.out.toString();
  }

  private void value(Object value) {
    if (value instanceof Map) {
      String separator = "{";
      for (Map.Entry<?, ?> member : ((Map<?, ?>) value).entrySet()) {
        out.append(separator);
        Json.ascii(out, String.valueOf(member.getKey()));
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
      Json.ascii(out, value.toString());
    }
  }
}
