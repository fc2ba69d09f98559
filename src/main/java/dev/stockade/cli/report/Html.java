package dev.stockade.cli.report;

/** Writes HTML. All text goes through here, and comes out as text. */
final class Html {
  private static final String CODES = "&<>\"'";
  private static final String[] NAMES = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};

  private final StringBuilder out = new StringBuilder(1 << 16);

  /** Markup of our own; never with anything from a record. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Text from anywhere. */
  Html text(Object value) {
    String text = String.valueOf(value);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int code = CODES.indexOf(c);
      if (code >= 0) {
        out.append(NAMES[code]);
      } else if (isObeyed(text, i)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return this;
  }

  /** An element with nothing but text in it. */
  Html element(String tag, Object text) {
    return raw("<").raw(tag).raw(">").text(text).raw("</").raw(tag).raw(">");
  }

  /** What is not seen but does something, such as turning the direction of what follows. */
  static boolean isObeyed(String text, int i) {
    char c = text.charAt(i);
    int type = Character.getType(c);
    if (Character.isSurrogate(c)) {
      boolean whole =
          Character.isHighSurrogate(c)
              ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
              : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
      return !whole;
    }
    return (Character.isISOControl(c) && c != '\n')
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
