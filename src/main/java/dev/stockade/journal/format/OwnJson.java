package dev.stockade.journal.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the JSON text of a record that this process has just written: objects, lists, strings,
 * whole numbers and booleans, without a blank. What commands read comes from others, and goes
 * through a library; that is not there for an engine.
 */
final class OwnJson {
  private static final String ESCAPES = "\"\\n";
  private static final String MEANINGS = "\"\\\n";

  private final String text;
  private int at;

  private OwnJson(String text) {
    this.text = text;
  }

  /**
   * The members of the object.
   *
   * @throws IllegalArgumentException when it is no such text
   */
  static Map<String, Object> object(String text) {
    OwnJson json = new OwnJson(text);
    Map<String, Object> members = json.object();
    if (json.at < text.length()) {
      throw json.broken();
    }
    return members;
  }

  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    take('{');
    while (peek() != '}') {
      String name = string();
      take(':');
      members.put(name, value());
      if (peek() == ',') {
        at++;
      }
    }
    at++;
    return members;
  }

  private Object value() {
    switch (peek()) {
      case '{':
        return object();
      case '[':
        return list();
      case '"':
        return string();
      case 't':
      case 'f':
        boolean isTrue = text.startsWith("true", at);
        at += isTrue ? 4 : 5;
        return isTrue;
      default:
        return number();
    }
  }

  private List<Object> list() {
    List<Object> items = new ArrayList<>();
    take('[');
    while (peek() != ']') {
      items.add(value());
      if (peek() == ',') {
        at++;
      }
    }
    at++;
    return items;
  }

  private Long number() {
    int from = at;
    while (peek() == '-' || (peek() >= '0' && peek() <= '9')) {
      at++;
    }
    return Long.valueOf(text.substring(from, at));
  }

  private String string() {
    take('"');
    StringBuilder out = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at++);
      out.append(c == '\\' ? escaped() : c);
    }
    at++;
    return out.toString();
  }

  private char escaped() {
    int known = ESCAPES.indexOf(peek());
    at++;
    if (known >= 0) {
      return MEANINGS.charAt(known);
    }
    at += 4;
    return (char) Integer.parseInt(text.substring(at - 4, at), 16);
  }

  private void take(char c) {
    if (peek() != c) {
      throw broken();
    }
    at++;
  }

  private char peek() {
    if (at >= text.length()) {
      throw broken();
    }
    return text.charAt(at);
  }

  private IllegalArgumentException broken() {
    return new IllegalArgumentException("not a record's text at " + at);
  }
}
