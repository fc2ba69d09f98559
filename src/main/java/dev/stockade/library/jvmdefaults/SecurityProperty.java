package dev.stockade.library.jvmdefaults;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what a new value of a security property of the JDK takes away from the protection of TLS.
 */
final class SecurityProperty {
  private static final Pattern KEY_SIZE = Pattern.compile("(?i)(\\S+ keySize <=? )(\\d{1,9})(.*)");

  private SecurityProperty() {}

  /**
   * Whether the property is a list of what TLS and certificate paths must not, or rather not, use.
   */
  static boolean isRefusal(String name) {
    return (name.startsWith("jdk.tls.") || name.startsWith("jdk.certpath."))
        && (name.endsWith(".disabledAlgorithms") || name.endsWith(".legacyAlgorithms"));
  }

  /**
   * The entries that are no longer refused: neither as they were, nor as a whole, nor by a larger
   * key size.
   *
   * @param before null where the property was not set
   */
  static List<String> lost(String before, String next) {
    List<String> lost = new ArrayList<>();
    List<String> kept = entries(next);
    for (String entry : entries(before)) {
      boolean covered = false;
      for (String other : kept) {
        covered |= covers(other, entry);
      }
      if (!covered) {
        lost.add(entry);
      }
    }
    return lost;
  }

  private static boolean covers(String other, String entry) {
    if (other.equalsIgnoreCase(entry) || other.equalsIgnoreCase(entry.split(" ", 2)[0])) {
      return true;
    }
    Matcher was = KEY_SIZE.matcher(entry);
    Matcher is = KEY_SIZE.matcher(other);
    return was.matches()
        && is.matches()
        && was.group(1).equalsIgnoreCase(is.group(1))
        && was.group(3).equalsIgnoreCase(is.group(3))
        && Integer.parseInt(is.group(2)) >= Integer.parseInt(was.group(2));
  }

  /** Entries are apart by commas; the number of spaces does not matter. */
  private static List<String> entries(String list) {
    List<String> entries = new ArrayList<>();
    for (String entry : (list == null ? "" : list).split(",", 0)) {
      String plain = entry.trim().replaceAll("\\s+", " ");
      if (!plain.isEmpty()) {
        entries.add(plain);
      }
    }
    return entries;
  }
}
