package dev.stockade.engine;

/** A number of bytes as people write it: {@code 500000}, {@code 64k}, {@code 64m}, {@code 2g}. */
final class Size {
  /** Below this a journal would rotate at nearly every record. */
  static final long LEAST = 64 << 10;

  private static final String UNITS = "kmg";

  private Size() {}

  /** The number of bytes; -1 when the text is not one or does not fit. */
  static long parse(String text) {
    int unit = text.isEmpty() ? -1 : UNITS.indexOf(text.charAt(text.length() - 1));
    int shift = 10 * (unit + 1);
    try {
      long number = Long.parseLong(unit < 0 ? text : text.substring(0, text.length() - 1));
      return number < 0 || number > Long.MAX_VALUE >> shift ? -1 : number << shift;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
