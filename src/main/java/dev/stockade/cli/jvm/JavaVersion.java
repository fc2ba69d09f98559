package dev.stockade.cli.jvm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Feature and update release of a JDK: 8 and 412, 17 and 15. */
public final class JavaVersion {
  private static final Pattern OLD = Pattern.compile("1\\.(\\d{1,2})\\.0(?:_(\\d{1,4}))?.*");
  private static final Pattern NEW =
      Pattern.compile("(\\d{1,3})(?:\\.0\\.(\\d{1,4}))?(?:[.+-].*)?");

  private final int feature;
  private final int update;

  private JavaVersion(Matcher parts) {
    feature = Integer.parseInt(parts.group(1));
    update = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
  }

  /**
   * @param text system property {@code java.version}
   * @return null when it is of no known form
   */
  public static JavaVersion of(String text) {
    if (text == null) {
      return null;
    }
    Matcher old = OLD.matcher(text);
    Matcher parts = old.matches() ? old : NEW.matcher(text);
    return parts.matches() ? new JavaVersion(parts) : null;
  }

  public int feature() {
    return feature;
  }

  public int update() {
    return update;
  }
}
