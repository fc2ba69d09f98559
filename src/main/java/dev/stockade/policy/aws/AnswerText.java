package dev.stockade.policy.aws;

import dev.stockade.base.Limits;

/** Texts of an answer, of which only what looks like an id or a code of AWS is taken. */
final class AnswerText {
  private static final String ALLOWED = "._:/+=-";

  private AnswerText() {}

  /** An id; null where it is none. */
  static String id(String text) {
    return text != null && !text.isEmpty() && isPlain(text) ? text : null;
  }

  /**
   * The code in what a body or a header says: {@code Code}, {@code Code:uri}, {@code
   * namespace#Code} or {@code Code;Fault}. Null where there is none, such as in {@code 403
   * Forbidden}.
   */
  static String code(String text) {
    if (text == null) {
      return null;
    }
    int from = text.lastIndexOf('#', end(text)) + 1;
    return id(text.substring(from, Math.max(from, end(text))));
  }

  /** A URI may have a number sign of its own. */
  private static int end(String text) {
    int end = text.length();
    for (int i = 0; i < end; i++) {
      if (text.charAt(i) == ':' || text.charAt(i) == ';') {
        end = i;
      }
    }
    return end;
  }

  private static boolean isPlain(String text) {
    boolean plain = text.length() <= Limits.WORD;
    for (int i = 0; plain && i < text.length(); i++) {
      char c = text.charAt(i);
      plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || ALLOWED.indexOf(c) >= 0;
    }
    return plain;
  }
}
