package dev.stockade.aws.sigv4.canonical;

import dev.stockade.aws.text.ByteBuilder;
import dev.stockade.aws.text.PercentEncoding;

/**
 * The forms of the path. S3 takes it as it is, encoded once; all other services remove dot segments
 * and double slashes and encode what is on the wire once more (AWS General Reference, "Create a
 * canonical request"). The others are what signers that differ do.
 */
public final class CanonicalPath {
  private static final String ONCE = "the path was percent-encoded once; the service expects twice";
  private static final String AS_IS =
      "the path was signed without removing dots and double slashes";
  private static final String SLASH = "the path was signed with another slash at its end";

  private CanonicalPath() {}

  static void usual(ByteBuilder wire, int length, boolean s3, CanonicalVariants out) {
    byte[] path = wire.array();
    boolean plain = isPlain(path, length);
    if ((plain || s3) && (length == 0 || path[0] != '/')) {
      out.text.add('/');
    }
    if (plain) {
      out.text.add(path, 0, length);
    } else if (s3) {
      encode(path, 0, length, true, out.text);
    } else {
      normalise(path, length, true, 0, out.text);
    }
    out.end(null);
  }

  static void others(ByteBuilder wire, int length, boolean s3, CanonicalVariants out) {
    byte[] path = wire.array();
    if (isPlain(path, length) && length > 0 && path[0] == '/') {
      return;
    }
    if (s3) {
      out.text.add(path, 0, length);
      out.end("the path was signed exactly as it is sent; S3 decodes and encodes it again");
      return;
    }
    encode(path, 0, length, false, out.text);
    out.end(AS_IS);
    normalise(path, length, false, 0, out.text);
    out.end(ONCE);
    out.text.add(path, 0, length);
    out.end(ONCE);
    encode(path, 0, length, true, out.text);
    out.end(ONCE);
    normalise(path, length, true, -1, out.text);
    out.end(SLASH);
    normalise(path, length, true, 1, out.text);
    out.end(SLASH);
  }

  /**
   * Whether signers are known to differ from all of these forms: the Java SDKs normalise by {@code
   * java.net.URI}, which takes {@code //a} for a host and keeps a {@code ..} that climbs above the
   * root.
   */
  public static boolean isOdd(String target) {
    int end = target.indexOf('?');
    String[] segments = (end < 0 ? target : target.substring(0, end)).split("/", -1);
    int depth = target.startsWith("//") ? -1 : 0;
    for (int i = 1; i < segments.length && depth >= 0; i++) {
      boolean stays = segments[i].isEmpty() || segments[i].equals(".");
      depth += segments[i].equals("..") ? -1 : stays ? 0 : 1;
    }
    return depth < 0;
  }

  /** Whether all forms are the same. */
  private static boolean isPlain(byte[] path, int length) {
    for (int i = 0; i < length; i++) {
      if (path[i] == '/') {
        if (i + 1 < length && (path[i + 1] == '/' || path[i + 1] == '.')) {
          return false;
        }
      } else if (!PercentEncoding.isUnreserved(path[i])) {
        return false;
      }
    }
    return true;
  }

  private static void encode(byte[] path, int from, int to, boolean decode, ByteBuilder out) {
    for (int i = from; i < to; i++) {
      int escaped = decode ? PercentEncoding.escaped(path, i, to) : -1;
      if (escaped >= 0) {
        i += 2;
      }
      one(escaped >= 0 ? escaped : path[i], out);
    }
  }

  private static void one(int value, ByteBuilder out) {
    if (value == '/') {
      out.add('/');
    } else {
      PercentEncoding.encode(value, out);
    }
  }

  /**
   * @param slash 0 keeps a slash at the end, -1 removes it, 1 puts one there
   */
  private static void normalise(
      byte[] path, int length, boolean encode, int slash, ByteBuilder out) {
    int start = out.size();
    int from = 0;
    while (from < length) {
      int to = from;
      while (to < length && path[to] != '/') {
        to++;
      }
      segment(path, from, to, encode, start, out);
      from = to + 1;
    }
    boolean atEnd = length == 0 || path[length - 1] == '/';
    if (out.size() == start || slash > 0 || (slash == 0 && atEnd)) {
      out.add('/');
    }
  }

  private static void segment(
      byte[] path, int from, int to, boolean encode, int start, ByteBuilder out) {
    int length = to - from;
    if (length == 0 || (length == 1 && path[from] == '.')) {
      return;
    }
    if (length == 2 && path[from] == '.' && path[from + 1] == '.') {
      int end = out.size();
      do {
        end--;
      } while (end > start && out.array()[end] != '/');
      out.cut(Math.max(end, start));
      return;
    }
    out.add('/');
    if (encode) {
      encode(path, from, to, false, out);
    } else {
      out.add(path, from, to);
    }
  }
}
