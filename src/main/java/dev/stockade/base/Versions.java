package dev.stockade.base;

/** Finds the older one of two versions. */
public final class Versions {
  private Versions() {}

  /** By the numbers in them; what cannot be compared is not older. */
  public static boolean isOlder(String version, String than) {
    if (version == null || than == null) {
      return false;
    }
    String[] left = version.split("[^0-9]+", 0);
    String[] right = than.split("[^0-9]+", 0);
    for (int i = 0; i < Math.min(left.length, right.length); i++) {
      try {
        int order = Long.compare(Long.parseLong(left[i]), Long.parseLong(right[i]));
        if (order != 0) {
          return order < 0;
        }
      } catch (NumberFormatException e) {
        return false;
      }
    }
    return false;
  }

  /** Why an older one does not take over. */
  public static String refusal(String own, String running) {
    return "Stockade "
        + running
        + " runs, and this jar is the older "
        + own
        + ": use the newer jar, or say --downgrade";
  }
}
