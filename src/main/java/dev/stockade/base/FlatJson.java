package dev.stockade.base;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads one JSON object (RFC 8259) whose values are strings and whole numbers. Anything else,
 * anything after it and a name given twice make it no object at all: a line is believed whole or
 * not.
 */
public final class FlatJson {
  private static final String ESCAPES = "\"\\/bfnrt";
  private static final String MEANINGS = "\"\\/\b\f\n\r\t";

  private final String text;
  private int at;

  private FlatJson(String text) {
    this.text = text;
  }

  /** The members by name, or null. */
  public static Map<String, String> parse(String text) {
    FlatJson json = new FlatJson(text);
    Map<String, String> members = json.object();
    return json.at == text.length() ? members : null;
  }

  private Map<String, String> object() {
    Map<String, String> members = new LinkedHashMap<>();
    char separator = '{';
    while (skip(separator)) {
      String name = string();
      String value = name != null && skip(':') ? value() : null;
      if (value == null || members.put(name, value) != null) {
        return null;
      }
      separator = ',';
    }
    return skip('}') ? members : null;
  }

  private String value() {
    blanks();
    return peek() == '"' ? string() : number();
  }

  private String number() {
    int from = at;
    while (peek() == '-' || (peek() >= '0' && peek() <= '9')) {
      at++;
    }
    return from == at ? null : text.substring(from, at);
  }

  private String string() {
    if (!skip('"')) {
      return null;
    }
    StringBuilder out = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return out.toString();
      }
      int meant = c == '\\' ? escape() : c;
      if (c < ' ' || meant < 0) {
        return null;
      }
      out.append((char) meant);
    }
    return null;
  }

  /** The character that is meant, or -1. */
  private int escape() {
    char c = peek();
    at++;
    int known = ESCAPES.indexOf(c);
    if (known >= 0) {
      return MEANINGS.charAt(known);
    }
    if (c != 'u' || at + 4 > text.length()) {
      return -1;
    }
    int meant = 0;
    for (int end = at + 4; at < end; at++) {
      int digit = Character.digit(text.charAt(at), 16);
      if (digit < 0) {
        return -1;
      }
      meant = meant << 4 | digit;
    }
    return meant;
  }

  private boolean skip(char c) {
    blanks();
    if (peek() != c) {
      return false;
    }
    at++;
    return true;
  }

  private void blanks() {
    while (peek() == ' ' || peek() == '\t') {
      at++;
    }
  }

  /** The next character; NUL at the end, which no JSON text has outside of a string. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }
}
