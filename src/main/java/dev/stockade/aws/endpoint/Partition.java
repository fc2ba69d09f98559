package dev.stockade.aws.endpoint;

import dev.stockade.aws.text.Ascii;
import java.util.List;

/** A group of regions with accounts and domains of its own. */
final class Partition {
  private final String id;
  private final String globalRegion;
  private final List<String> prefixes;

  /**
   * @param globalRegion the region that requests to its global services are signed for
   * @param prefixes how the names of its regions start, up to a hyphen
   */
  Partition(String id, String globalRegion, List<String> prefixes) {
    this.id = id;
    this.globalRegion = globalRegion;
    this.prefixes = prefixes;
  }

  String id() {
    return id;
  }

  String globalRegion() {
    return globalRegion;
  }

  /** Whether a label has the form of its regions' names, such as {@code us-gov-east-1}. */
  boolean isRegion(String label) {
    for (String prefix : prefixes) {
      if (label.startsWith(prefix) && isWordAndNumber(label, prefix.length())) {
        return true;
      }
    }
    return false;
  }

  /** {@code -word-number}: the word without a hyphen, so that us-iso-east-1 is no us-*-n. */
  private static boolean isWordAndNumber(String label, int start) {
    int second = label.indexOf('-', start + 1);
    if (start >= label.length() || label.charAt(start) != '-' || second < start + 2) {
      return false;
    }
    for (int i = start + 1; i < second; i++) {
      if (!Ascii.isLetter(label.charAt(i))) {
        return false;
      }
    }
    int digits = label.length() - second - 1;
    for (int i = second + 1; i < label.length(); i++) {
      if (!Ascii.isDigit(label.charAt(i))) {
        return false;
      }
    }
    return digits == 1 || digits == 2;
  }
}
