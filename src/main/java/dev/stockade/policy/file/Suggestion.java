package dev.stockade.policy.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Suggests which name may have been meant by one that does not exist. */
public final class Suggestion {
  private static final int MAX_LENGTH = 80;

  /** Shorter prefixes are shared by many names. */
  private static final int SHORTEST = 3;

  /** More would be no help. */
  private static final int MAX = 3;

  private Suggestion() {}

  /** A question to put at the end of a sentence, {@code ; did you mean 'policy'?}, or nothing. */
  public static String of(String written, Collection<String> names) {
    List<String> meant = unfinished(written, names);
    return meant.isEmpty() ? "" : "; did you mean '" + String.join("' or '", meant) + "'?";
  }

  private static List<String> unfinished(String written, Collection<String> names) {
    String begin = written.toLowerCase(Locale.ROOT);
    List<String> longer = new ArrayList<>();
    for (String name : names) {
      if (begin.length() >= SHORTEST && name.toLowerCase(Locale.ROOT).startsWith(begin)) {
        longer.add(name);
      }
    }
    return longer.isEmpty() || longer.size() > MAX ? closest(written, names) : longer;
  }

  private static List<String> closest(String written, Collection<String> names) {
    List<String> closest = new ArrayList<>();
    int least = Math.min(3, Math.max(1, written.length() / 3)) + 1;
    for (String name : names) {
      int distance = distance(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        closest.clear();
        closest.add(name);
      }
    }
    return closest;
  }

  /** Letters put in, left out, replaced, or swapped with the next. */
  private static int distance(String a, String b) {
    if (a.length() > MAX_LENGTH) {
      return a.length();
    }
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : best(steps, a, b, i, j);
      }
    }
    return steps[a.length()][b.length()];
  }

  private static int best(int[][] steps, String a, String b, int i, int j) {
    int changed = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best =
        Math.min(steps[i - 1][j - 1] + changed, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
  }
}
