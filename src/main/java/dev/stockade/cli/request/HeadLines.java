package dev.stockade.cli.request;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import java.util.regex.Pattern;

/** Makes a request's head of its lines (RFC 9112, sections 3 and 5). */
final class HeadLines {
  private static final Pattern START = Pattern.compile("[A-Za-z]+ .* HTTP/[0-9][0-9.]*\\s*");

  private final String file;
  private final RequestHead head;
  private String name;
  private String value;

  /**
   * @param start the request line
   */
  HeadLines(String file, int line, String start) throws UnreadableException {
    this.file = file;
    int method = start.indexOf(' ');
    int version = start.lastIndexOf(" HTTP/");
    if (method < 1 || version <= method) {
      throw new UnreadableException(file, line, "not a request line of HTTP");
    }
    // Targets of test suites hold spaces, so the line is taken from both ends.
    String target = start.substring(method + 1, version);
    head = new RequestHead().begin(Transport.TLS, start.substring(0, method), target, null);
  }

  static boolean isStart(String line) {
    return START.matcher(line).matches();
  }

  void add(int line, String text) throws UnreadableException {
    if (name != null && (text.startsWith(" ") || text.startsWith("\t"))) {
      value = value + ' ' + text.trim();
      return;
    }
    int colon = text.indexOf(':', 1);
    if (colon < 1) {
      throw new UnreadableException(file, line, "a header without a colon");
    }
    // HTTP/2's :authority is the host, its other pseudo-headers stand in the request line.
    String before = text.substring(0, colon);
    head.header(name, value);
    name = before.startsWith(":") ? before.equals(":authority") ? "Host" : null : before;
    value = text.substring(colon + 1).trim();
  }

  RequestHead end() {
    head.header(name, value);
    name = null;
    return head;
  }

  /** The same where the source shows no body: known is only that there is none. */
  Request endWithoutBody() {
    return Request.of(end().body(hasNone(head) ? new byte[0] : null));
  }

  static boolean hasNone(RequestHead head) {
    String length = head.first("content-length");
    return length == null ? head.first("transfer-encoding") == null : length.trim().equals("0");
  }
}
