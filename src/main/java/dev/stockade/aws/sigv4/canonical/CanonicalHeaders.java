package dev.stockade.aws.sigv4.canonical;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import dev.stockade.aws.sigv4.authorization.Authorization;
import dev.stockade.aws.sigv4.authorization.SigningHeaders;
import dev.stockade.aws.text.ByteBuilder;
import dev.stockade.aws.text.CharSlice;
import dev.stockade.aws.text.HeaderNames;

/**
 * The signed headers as lines: names in lower case, values without needless white space, repeated
 * ones joined with commas in the order of the wire (AWS General Reference, "Create a canonical
 * request"). An absent one has an empty value, as AWS's servers put it.
 */
public final class CanonicalHeaders {
  /** More signed headers than this are not looked at. */
  static final int MAX = 256;

  /** Text that is no ASCII: signed in UTF-8 and sent in ISO-8859-1. */
  static final int UTF8 = 1;

  /** The host with the scheme's port when it has none, or without it when it has. */
  static final int OTHER_PORT = 2;

  /** The host of HTTP/2's {@code :authority} where a header {@code Host} is sent besides. */
  static final int AUTHORITY = 4;

  /** All of these together. */
  public static final int ALL = UTF8 | OTHER_PORT | AUTHORITY;

  private final int[] lineEnds = new int[MAX];
  private final int[] counts = new int[MAX];
  private int lines;
  private String firstAbsent;
  private String firstNonAscii;
  private boolean contentLengthAbsent;
  private boolean hostAbsent;
  private boolean tooMany;

  /** Writes the lines in one form and notes what is odd about them. */
  public void write(Authorization claim, SigningHeaders known, int how, CanonicalVariants out) {
    lines = 0;
    firstAbsent = null;
    firstNonAscii = null;
    contentLengthAbsent = false;
    hostAbsent = false;
    tooMany = false;
    int start = out.text.size();
    CharSlice list = claim.signedHeaders;
    int from = 0;
    while (from <= list.length()) {
      if (lines == MAX) {
        tooMany = true;
        return;
      }
      int end = list.indexOf(';', from);
      int to = end < 0 ? list.length() : end;
      line(list, from, to, known, how, out.text);
      lineEnds[lines - 1] = out.text.size() - start;
      from = to + 1;
    }
  }

  private void line(
      CharSlice list, int from, int to, SigningHeaders known, int how, ByteBuilder out) {
    RequestHead head = known.head();
    int at = out.size();
    list.appendTo(from, to, out);
    byte[] bytes = out.array();
    for (int i = at; i < out.size(); i++) {
      bytes[i] = (byte) HeaderNames.lower((char) (bytes[i] & 0xFF));
    }
    out.add(':');
    int found = 0;
    int end = out.size() - 1;
    int key = SigningHeaders.key(end - at, end == at ? 0 : bytes[at]);
    for (int i = 0; i < head.size(); i++) {
      if (known.key(i) == key && isName(head.name(i), out.array(), at)) {
        if (found++ > 0) {
          out.add(',');
        }
        value(head.name(i), head.value(i), (how & UTF8) != 0, out);
      }
    }
    if (isHost(list, from, to)) {
      boolean authority = (how & AUTHORITY) != 0 && head.isForOtherThanHost();
      if (authority) {
        out.cut(end + 1);
      }
      if ((found == 0 || authority) && head.authority() != null) {
        found = 1;
        value("host", head.authority(), false, out);
      }
      if ((how & OTHER_PORT) != 0) {
        otherPort(head.transport(), out);
      }
    }
    if (found == 0) {
      hostAbsent |= isHost(list, from, to);
      absent(list, from, to);
    }
    counts[lines++] = found;
    out.add('\n');
  }

  /** Whether a name is the one in lower case that is written at a position. */
  private static boolean isName(String name, byte[] written, int at) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != written[at + i] && HeaderNames.lower(c) != written[at + i]) {
        return false;
      }
    }
    return true;
  }

  private void absent(CharSlice list, int from, int to) {
    CharSlice name = new CharSlice();
    list.part(from, to, name);
    contentLengthAbsent |= to - from == 14 && list.isName(from, "content-length");
    if (firstAbsent == null) {
      firstAbsent = name.copy();
    }
  }

  private static boolean isHost(CharSlice list, int from, int to) {
    return (to - from == 4 && list.isName(from, "host"))
        || (to - from == 10 && list.isName(from, ":authority"));
  }

  private static void otherPort(Transport transport, ByteBuilder out) {
    String port = transport == Transport.CLEARTEXT ? ":80" : ":443";
    int at = out.size() - port.length();
    boolean has = at > 0;
    for (int i = 0; has && i < port.length(); i++) {
      has = out.array()[at + i] == port.charAt(i);
    }
    if (has) {
      out.cut(at);
    } else {
      out.addAscii(port);
    }
  }

  private void value(String name, String value, boolean utf8, ByteBuilder out) {
    int length = value.length();
    byte[] bytes = out.reserve(length);
    int start = out.size();
    // No exit and no branch: the compiler unrolls it.
    int all = 0;
    int low = 0;
    for (int i = 0; i < length; i++) {
      int c = value.charAt(i);
      bytes[start + i] = (byte) c;
      all |= c;
      low |= c - '!';
    }
    if (all >= 0x80) {
      oddValue(name, value, utf8, out);
    } else if (low < 0) {
      out.cut(collapsed(bytes, start, start + length));
    } else {
      out.cut(start + length);
    }
  }

  /** Moves bytes together so that no white space is at their ends or more than one inside. */
  private static int collapsed(byte[] bytes, int from, int to) {
    int at = from;
    boolean pending = false;
    for (int i = from; i < to; i++) {
      byte one = bytes[i];
      if (isSpace((char) one)) {
        pending = at > from;
      } else {
        if (pending) {
          bytes[at++] = ' ';
          pending = false;
        }
        bytes[at++] = one;
      }
    }
    return at;
  }

  /** The same for a value with other than printable ASCII in it. */
  private void oddValue(String name, String value, boolean utf8, ByteBuilder out) {
    int start = out.size();
    boolean pending = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (isSpace(c)) {
        pending = out.size() > start;
        continue;
      }
      if (pending) {
        out.add(' ');
        pending = false;
      }
      if (c < 0x80) {
        out.add(c);
      } else {
        if (firstNonAscii == null) {
          firstNonAscii = name;
        }
        i += nonAscii(value, i, utf8, out);
      }
    }
  }

  private static int nonAscii(String value, int at, boolean utf8, ByteBuilder out) {
    char c = value.charAt(at);
    if (c < 0x100 && !utf8) {
      out.add(c);
      return 0;
    }
    int point = value.codePointAt(at);
    if (point > 0xFFFF) {
      out.addSupplementary(point);
      return 1;
    }
    out.addUtf8(c);
    return 0;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  int lines() {
    return lines;
  }

  /** Where a line of the form written last starts, counted from the form's start. */
  public int lineStart(int line) {
    return line == 0 ? 0 : lineEnds[line - 1];
  }

  /** After the line's last character, without its line feed. */
  public int lineEnd(int line) {
    return lineEnds[line] - 1;
  }

  /** How often a signed header is sent. */
  public int count(int line) {
    return counts[line];
  }

  /** A signed header that is not sent, or null. */
  public String firstAbsent() {
    return firstAbsent;
  }

  /** A signed header whose value is not ASCII, or null. */
  public String firstNonAscii() {
    return firstNonAscii;
  }

  /** Whether not all were written. */
  boolean isTooMany() {
    return tooMany;
  }

  public boolean isHostAbsent() {
    return hostAbsent;
  }

  public boolean isContentLengthAbsent() {
    return contentLengthAbsent;
  }

  void clear() {
    firstAbsent = null;
    firstNonAscii = null;
  }
}
