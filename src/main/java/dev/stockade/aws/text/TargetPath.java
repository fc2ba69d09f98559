package dev.stockade.aws.text;

/** Finds the path in a request target, which a request to a proxy writes with scheme and host. */
public final class TargetPath {
  private TargetPath() {}

  /** Index of the slash that the path starts with; the target's length when it has no path. */
  public static int start(String target) {
    if (target.startsWith("/")) {
      return 0;
    }
    int scheme = target.indexOf("://");
    int query = end(target);
    int slash = scheme < 0 ? -1 : target.indexOf('/', scheme + 3);
    return slash < 0 || slash > query ? query : slash;
  }

  /** Index after the path: of the query's mark or the target's length. */
  public static int end(String target) {
    int mark = target.indexOf('?');
    return mark < 0 ? target.length() : mark;
  }

  public static boolean is(String target, String path) {
    int start = start(target);
    return end(target) - start == path.length() && target.startsWith(path, start);
  }
}
