package dev.stockade.fleet.sql;

import java.util.List;

/**
 * The views that questions ask. An engine makes them once the tables are there, in this order: a
 * view may ask one before it.
 */
public final class Views {
  private static final List<View> ALL =
      SqlFile.lines("views.txt").stream().map(View::read).toList();

  private Views() {}

  public static List<View> all() {
    return ALL;
  }
}
