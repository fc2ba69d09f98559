package dev.stockade.cli.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Rows of a report, which each form writes in its own way. */
public final class Table {
  /** In JSON the members' names; the words of the other forms follow from them. */
  final List<String> columns;

  /** Values are strings, whole numbers, and null for what is not known. */
  public final List<List<Object>> rows = new ArrayList<>();

  /** The anchor of each row in HTML; empty where rows have none. */
  final List<String> ids = new ArrayList<>();

  /** What is not in {@link #rows} though it was seen; null for nothing. */
  public String folded;

  /** How many of the columns are for people at once, the rest is details; 0 for a chart alone. */
  final int shown;

  Table(int shown, String... columns) {
    this.shown = shown;
    this.columns = Arrays.asList(columns);
  }

  /** Strings, whole numbers as {@link Long}, and null for what is not known. */
  public void row(Object... values) {
    rows.add(Arrays.asList(values));
  }

  /** A column's name in words: {@code firstSeen} is {@code first seen}, a version itself. */
  static String words(String column) {
    boolean isOurs = !column.isEmpty() && Character.isLowerCase(column.charAt(0));
    return isOurs ? column.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT) : column;
  }
}
