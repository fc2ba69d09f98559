package dev.stockade.journal.report;

import java.io.File;
import java.io.IOException;

/**
 * Finds out whether stderr is a terminal that shows colours. Not by System.console(), which is
 * about stdin and stdout, and from JDK 22 on is there even when both are redirected.
 */
final class Terminal {
  private Terminal() {}

  static boolean isColoured() {
    return isColoured(System.getenv("TERM"), System.getenv("NO_COLOR"), stderr());
  }

  static boolean isColoured(String term, String noColor, String stderr) {
    return term != null
        && !term.isEmpty()
        && !term.equals("dumb")
        && noColor == null
        && (stderr.startsWith("/dev/pts/") || stderr.startsWith("/dev/tty"));
  }

  /** Where the descriptor leads to; no such path on systems without /proc. */
  private static String stderr() {
    try {
      return new File("/proc/self/fd/2").getCanonicalPath();
    } catch (IOException e) {
      return "";
    }
  }
}
