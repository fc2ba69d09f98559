package dev.stockade.cli.command;

/** Text for readers that refuse halves of characters, as most that read UTF-8 do. */
public final class WholeText {
  private WholeText() {}

  /** With U+FFFD for each half. */
  public static String of(String text) {
    StringBuilder whole = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (Character.isSurrogate(c)) {
        whole = whole == null ? new StringBuilder(text) : whole;
        whole.setCharAt(i, '\ufffd');
      }
    }
    return whole == null ? text : whole.toString();
  }
}
