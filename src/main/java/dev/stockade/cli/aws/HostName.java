package dev.stockade.cli.aws;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the host name in what a person pastes: a name, with a port, or an address. */
final class HostName {
  /** RFC 3986, section 3: scheme, user, host and port, and what follows. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:[A-Za-z][A-Za-z0-9+.-]{0,15}://)?(?:[^@/?#\\s]{0,256}@)?"
              + "((?:[A-Za-z0-9_-]{1,63}(?:\\.[A-Za-z0-9_-]{1,63})*\\.?|\\[[0-9A-Fa-f:.%]{2,60}\\])"
              + "(?::[0-9]{1,5})?|[0-9A-Fa-f:.]{2,45})"
              + "(?:[/?#].*)?",
          Pattern.DOTALL);

  private static final int MAX = 8192;

  private HostName() {}

  /** Null where there is none. */
  static String of(String text) {
    Matcher address = ADDRESS.matcher(text);
    return text.length() <= MAX && address.matches() ? address.group(1) : null;
  }
}
