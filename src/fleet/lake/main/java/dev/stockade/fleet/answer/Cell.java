package dev.stockade.fleet.answer;

import dev.stockade.journal.format.TreeText;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** A value as both engines would show it: numbers, booleans, texts, lists of these, and null. */
public final class Cell {
  /** Of the lake's times, which are UTC and have no zone of their own (RFC 3339). */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

  private Cell() {}

  /** From what an engine's driver hands out. */
  public static Object of(Object value) {
    if (value instanceof LocalDateTime time) {
      return TIME.format(time).replace("000Z", "Z");
    }
    if (value instanceof BigDecimal decimal) {
      return new BigDecimal(decimal.toPlainString());
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      // JSON has no word for the others.
      return Double.isFinite(number) ? (Object) number : String.valueOf(number);
    }
    if (value instanceof Collection<?> collection) {
      List<Object> items = new ArrayList<>();
      collection.forEach(item -> items.add(of(item)));
      return items;
    }
    if (value instanceof Object[] array) {
      return of(Arrays.asList(array));
    }
    return value == null || value instanceof Number || value instanceof Boolean
        ? value
        : value.toString();
  }

  /** On one line, with U+FFFD for what is obeyed and not shown. */
  static String text(Object value) {
    String text = value instanceof Collection ? TreeText.of(value) : String.valueOf(value);
    StringBuilder shown = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (TreeText.isObeyed(text.charAt(i))) {
        shown.setCharAt(i, '\ufffd');
      }
    }
    return shown.toString();
  }
}
