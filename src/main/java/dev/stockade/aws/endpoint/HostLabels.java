package dev.stockade.aws.endpoint;

import dev.stockade.aws.text.Ascii;

/** Splits the part of a host name that stands before its suffix. */
final class HostLabels {
  private static final String FIPS = "fips";
  private static final String[] NONE = {};

  private HostLabels() {}

  /**
   * The labels in lower case, or null where it is no host name: an odd character, an empty label.
   */
  static String[] of(String host, int end) {
    if (end <= 0) {
      return NONE;
    }
    char[] chars = new char[end];
    int count = 1;
    for (int i = 0; i < end; i++) {
      char c = Ascii.lower(host.charAt(i));
      boolean dot = c == '.';
      if (dot && (i == 0 || i == end - 1 || chars[i - 1] == '.')) {
        return null;
      }
      if (!dot && !Ascii.isLetter(c) && !Ascii.isDigit(c) && c != '-' && c != '_') {
        return null;
      }
      count += dot ? 1 : 0;
      chars[i] = c;
    }
    return split(chars, count);
  }

  /** The labels from {@code from} to before {@code to}, without what only says FIPS. */
  static String join(String[] labels, int from, int to) {
    StringBuilder part = new StringBuilder();
    for (int i = from; i < to; i++) {
      String label = withoutFips(labels[i]);
      if (!label.isEmpty()) {
        part.append(part.length() == 0 ? "" : ".").append(label);
      }
    }
    return part.toString();
  }

  /** {@code email-fips}, {@code fips-email} and {@code fips.email} are all {@code email}. */
  static String withoutFips(String label) {
    if (label.equals(FIPS)) {
      return "";
    }
    if (label.startsWith(FIPS + "-")) {
      return label.substring(FIPS.length() + 1);
    }
    return label.endsWith("-" + FIPS)
        ? label.substring(0, label.length() - FIPS.length() - 1)
        : label;
  }

  private static String[] split(char[] chars, int count) {
    String[] labels = new String[count];
    int start = 0;
    for (int n = 0, i = 0; i <= chars.length; i++) {
      if (i == chars.length || chars[i] == '.') {
        labels[n++] = new String(chars, start, i - start);
        start = i + 1;
      }
    }
    return labels;
  }
}
