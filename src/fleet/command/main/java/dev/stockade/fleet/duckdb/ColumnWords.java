package dev.stockade.fleet.duckdb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The different values of one column of texts, or of lists of texts, and for each row the number of
 * its value: 0 for NULL, else from 1. DuckDB gets the numbers alone.
 */
final class ColumnWords {
  /** Longer ones make an SQL text that takes more than they save. */
  private static final int LONGEST = 256;

  /** Words of the first rows, and rows for each one more: a column of other texts is soon known. */
  private static final int FEW = 64;

  private static final int RARE = 16;

  private final int most;
  private final char[] numbers;
  private final Map<Object, Character> known = new HashMap<>();
  private final List<Object> values = new ArrayList<>();
  private int count;
  private boolean isFit = true;
  private boolean hasNull;
  private Object last;
  private char lastNumber;

  /**
   * @param most values; with more, or with one that is long, it gives up
   */
  ColumnWords(int rows, int most) {
    this.most = Math.min(most, Character.MAX_VALUE);
    this.numbers = new char[rows];
  }

  /** The value of the next row: a text, a list of texts, or null. */
  void add(Object value) {
    if (value == null) {
      hasNull = true;
    } else if (value == last) {
      numbers[count] = lastNumber;
    } else if (isFit) {
      numbers[count] = number(value);
      last = value;
      lastNumber = numbers[count];
    }
    count++;
  }

  private char number(Object value) {
    Character number = known.get(value);
    if (number != null) {
      return number;
    }
    isFit = values.size() < Math.min(most, FEW + count / RARE) && isPlain(value);
    values.add(value);
    known.put(value, (char) values.size());
    return (char) values.size();
  }

  /** Whether it can stand in SQL. */
  private static boolean isPlain(Object value) {
    String text = value.toString();
    boolean isPlain = text.length() <= LONGEST;
    for (int i = 0; isPlain && i < text.length(); i++) {
      isPlain = text.charAt(i) >= ' ' && !Character.isSurrogate(text.charAt(i));
    }
    return isPlain;
  }

  boolean isFit() {
    return isFit;
  }

  boolean isNothing() {
    return values.isEmpty();
  }

  /** Whether each row has the same value. */
  boolean isConstant() {
    return values.size() == 1 && !hasNull;
  }

  /** Puts the numbers of rows below what is there already. */
  void pack(long[] all, int from) {
    for (int i = 0; i < all.length; i++) {
      all[i] = all[i] << Character.SIZE | numbers[from + i];
    }
  }

  /**
   * SQL of the column, from SQL of its numbers. An ENUM is to Parquet a text. The list of words is
   * cast as a whole, once: a cast of each row's word would look it up.
   */
  String sql(String number) {
    boolean isList = values.get(0) instanceof List;
    String all = values.stream().map(ColumnWords::literal).collect(Collectors.joining(", "));
    String type = isList ? "VARCHAR[]" : "ENUM(" + all + ")";
    return isConstant()
        ? "CAST(" + all + " AS " + type + ")"
        : "CAST([" + all + "] AS " + type + "[])[" + number + "]";
  }

  private static String literal(Object value) {
    if (value instanceof List<?> texts) {
      return texts.stream().map(ColumnWords::literal).collect(Collectors.joining(", ", "[", "]"));
    }
    return DuckDb.quoted((String) value);
  }
}
