package dev.stockade.policy;

import java.util.Locale;

/** A name with {@code *} for any characters, also none, and {@code ?} for one. Ignores case. */
public final class Glob {
  private final String written;
  private final String pattern;

  public Glob(String written) {
    this.written = written;
    this.pattern = written.toLowerCase(Locale.ROOT);
  }

  /** False for null: a name that is not known fits nothing. */
  public boolean fits(String name) {
    return name != null && fits(name.toLowerCase(Locale.ROOT), 0, 0);
  }

  /** Goes back to the last star only, so that no name takes more than its length squared. */
  private boolean fits(String name, int at, int in) {
    int star = -1;
    int retry = 0;
    while (at < name.length()) {
      char wanted = in < pattern.length() ? pattern.charAt(in) : 0;
      if (wanted == '*') {
        star = in++;
        retry = at;
      } else if (in < pattern.length() && (wanted == '?' || wanted == name.charAt(at))) {
        in++;
        at++;
      } else if (star >= 0) {
        in = star + 1;
        at = ++retry;
      } else {
        return false;
      }
    }
    while (in < pattern.length() && pattern.charAt(in) == '*') {
      in++;
    }
    return in == pattern.length();
  }

  /** Whether each name that fits the other fits this too; false when that is hard to decide. */
  boolean covers(Glob other) {
    if (pattern.equals(other.pattern)) {
      return true;
    }
    // Read as a name, a star of the other can only be taken by a star of this one.
    boolean unclear = pattern.indexOf('?') >= 0 && other.pattern.indexOf('*') >= 0;
    return !unclear && fits(other.pattern);
  }

  /** As written. */
  @Override
  public String toString() {
    return written;
  }
}
