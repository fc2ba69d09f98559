package dev.stockade.cli.attach;

import dev.stockade.cli.jvm.JavaVersion;

/**
 * The number of suites without forward secrecy that a JDK's SunJSSE enables when nobody configures
 * it.
 *
 * <p>12 static ECDH suites went with JDK-8279164 (JDK 19) and 6 static RSA suites with JDK-8245545
 * (JDK 24), both by {@code jdk.tls.disabledAlgorithms}. Updates of older releases took these
 * changes over in releases that differ by vendor, so between the updates that were measured the
 * answer is a range.
 */
final class DefaultSuites {
  private static final int STATIC_RSA = 6;
  private static final int STATIC_ECDH = 12;
  private static final int ALL = STATIC_RSA + STATIC_ECDH;

  private final int least;
  private final int most;

  private DefaultSuites(int least, int most) {
    this.least = least;
    this.most = most;
  }

  /**
   * @param javaVersion system property {@code java.version}, such as 1.8.0_412 or 17.0.15
   * @return null when nothing is known of that version
   */
  static DefaultSuites of(String javaVersion) {
    JavaVersion version = JavaVersion.of(javaVersion);
    if (version == null) {
      return null;
    }
    int update = version.update();
    switch (version.feature()) {
      case 8:
        return update < 272
            ? null
            : between(update, 413, 504, new DefaultSuites(ALL, ALL), STATIC_RSA);
      case 11:
        return update <= 24 ? new DefaultSuites(ALL, ALL) : new DefaultSuites(0, ALL);
      case 17:
        return between(update, 12, 15, new DefaultSuites(ALL, ALL), STATIC_RSA);
      case 21:
        return between(update, 6, 13, new DefaultSuites(STATIC_RSA, STATIC_RSA), 0);
      default:
        return ofOtherFeature(version.feature());
    }
  }

  private static DefaultSuites ofOtherFeature(int feature) {
    if (feature >= 24) {
      return new DefaultSuites(0, 0);
    }
    if (feature >= 19) {
      return new DefaultSuites(STATIC_RSA, STATIC_RSA);
    }
    return feature >= 12 ? new DefaultSuites(ALL, ALL) : null;
  }

  /**
   * @param changed first update that may have the change
   * @param measured an update known to have it
   * @param after the maximum that is left from then on; later changes may have taken these too
   */
  private static DefaultSuites between(
      int update, int changed, int measured, DefaultSuites before, int after) {
    if (update < changed) {
      return before;
    }
    if (update == measured) {
      return new DefaultSuites(after, after);
    }
    return update < measured ? new DefaultSuites(0, before.most) : new DefaultSuites(0, after);
  }

  int least() {
    return least;
  }

  int most() {
    return most;
  }
}
