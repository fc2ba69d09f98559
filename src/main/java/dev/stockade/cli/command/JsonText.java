package dev.stockade.cli.command;

import dev.stockade.journal.format.TreeText;

/** What commands print as JSON (RFC 8259), in ASCII whatever the terminal has. */
public final class JsonText {
  private JsonText() {}

  /**
   * On one line.
   *
   * @param value of maps, collections, strings, numbers, booleans and null
   */
  public static String of(Object value) {
    return TreeText.ascii(value);
  }
}
