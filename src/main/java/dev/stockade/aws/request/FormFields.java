package dev.stockade.aws.request;

import dev.stockade.aws.text.Ascii;
import java.nio.charset.StandardCharsets;

/**
 * The fields of a query or of a form body, {@code name=value&…}, looked at where they lie. What an
 * application put there may be anything: only words come out.
 */
public final class FormFields {
  private static final FormFields EMPTY = new FormFields("", 0);

  /** So many bytes of a body are looked at. */
  private static final int MAX_BODY = 1 << 16;

  private static final int MAX_WORD = 64;

  private final String text;
  private final int start;

  private FormFields(String text, int start) {
    this.text = text;
    this.start = start;
  }

  /** The query of a request target; no field without one. */
  public static FormFields ofQuery(String target) {
    int mark = target == null ? -1 : target.indexOf('?');
    return mark < 0 ? EMPTY : new FormFields(target, mark + 1);
  }

  /** The body of a request, if it is a form and in memory; else no field. */
  public static FormFields ofBody(RequestHead head) {
    byte[] body = head.body();
    return body == null || !isForm(head)
        ? EMPTY
        : new FormFields(
            new String(body, 0, Math.min(body.length, MAX_BODY), StandardCharsets.ISO_8859_1), 0);
  }

  /** Whether {@link #ofBody} shows all that a form in the body could hold. */
  public static boolean isWhole(RequestHead head) {
    return isForm(head) && head.body() != null && head.body().length <= MAX_BODY;
  }

  /** Whether the body is said to be {@code application/x-www-form-urlencoded}. */
  public static boolean isForm(RequestHead head) {
    String type = head.first("content-type");
    return type != null && Ascii.isAt(type, 0, "application/x-www-form-urlencoded");
  }

  public boolean isEmpty() {
    return start >= text.length();
  }

  /** Whether there is a field of that name. */
  public boolean has(String name) {
    return find(name, false) >= 0;
  }

  /** Whether there is a field of that name in any case, with a value. */
  public boolean hasValue(String name) {
    int value = find(name, true);
    return value >= 0 && value < text.length() && text.charAt(value) != '&';
  }

  /** The value of a field when it is one word of at most 64 ASCII letters and digits, else null. */
  public String word(String name) {
    int at = find(name, false);
    if (at < 0) {
      return null;
    }
    StringBuilder word = new StringBuilder();
    for (int i = at; i < text.length() && text.charAt(i) != '&'; i += width(i)) {
      char c = decoded(i);
      if (word.length() == MAX_WORD || !(Ascii.isLetter(c) || Ascii.isDigit(c))) {
        return null;
      }
      word.append(c);
    }
    return word.length() == 0 ? null : word.toString();
  }

  /** Where the value of the first field of that name starts, or -1. */
  private int find(String name, boolean anyCase) {
    int at = start;
    while (at < text.length()) {
      int i = at;
      int matched = 0;
      while (i < text.length()
          && matched < name.length()
          && isSame(i, name.charAt(matched), anyCase)) {
        i += width(i);
        matched++;
      }
      if (matched == name.length()) {
        if (i == text.length() || text.charAt(i) == '&') {
          return i;
        }
        if (text.charAt(i) == '=') {
          return i + 1;
        }
      }
      int next = text.indexOf('&', i);
      at = next < 0 ? text.length() : next + 1;
    }
    return -1;
  }

  private boolean isSame(int i, char expected, boolean anyCase) {
    char c = decoded(i);
    return c == expected || (anyCase && Ascii.lower(c) == Ascii.lower(expected));
  }

  private char decoded(int i) {
    return width(i) == 1
        ? text.charAt(i)
        : (char) (Ascii.hex(text.charAt(i + 1)) * 16 + Ascii.hex(text.charAt(i + 2)));
  }

  /** How many characters stand for one: three where it is percent-encoded. */
  private int width(int i) {
    return text.charAt(i) == '%'
            && i + 2 < text.length()
            && Ascii.hex(text.charAt(i + 1)) >= 0
            && Ascii.hex(text.charAt(i + 2)) >= 0
        ? 3
        : 1;
  }
}
