package dev.stockade.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.stockade.aws.RequestHead;
import dev.stockade.aws.Transport;
import dev.stockade.cli.Sigv4Command.UnreadableException;
import java.util.Arrays;

/** Reads a request of HTTP/1.1 as bytes, with line ends of CR LF or LF (RFC 9112, section 2). */
final class RawRequest {
  private final String file;
  private final byte[] bytes;
  private int at;
  private int line;

  private RawRequest(String file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  static RequestHead parse(String file, byte[] bytes) throws UnreadableException {
    return new RawRequest(file, bytes).parse();
  }

  private RequestHead parse() throws UnreadableException {
    String start = line();
    while (start.isEmpty() && at < bytes.length) {
      start = line();
    }
    int method = start.indexOf(' ');
    int version = start.lastIndexOf(" HTTP/");
    if (method < 1 || version <= method) {
      throw new UnreadableException(file, line, "not a request line of HTTP");
    }
    // Targets of test suites hold spaces, so the line is taken from both ends.
    RequestHead head =
        new RequestHead()
            .begin(
                Transport.TLS,
                start.substring(0, method),
                start.substring(method + 1, version),
                null);
    headers(head);
    return head.body(body(head));
  }

  private void headers(RequestHead head) throws UnreadableException {
    String name = null;
    String value = null;
    for (String text = line(); !text.isEmpty(); text = line()) {
      if (name != null && (text.charAt(0) == ' ' || text.charAt(0) == '\t')) {
        value = value + ' ' + text.trim();
        continue;
      }
      head.header(name, value);
      int colon = text.indexOf(':');
      if (colon < 1) {
        throw new UnreadableException(file, line, "a header without a colon");
      }
      name = text.substring(0, colon);
      value = text.substring(colon + 1).trim();
    }
    head.header(name, value);
  }

  /** Null when the file does not hold it, or not as the bytes that the sender hashed. */
  private byte[] body(RequestHead head) {
    if (head.first("transfer-encoding") != null) {
      return null;
    }
    int length = bytes.length - at;
    String said = head.first("content-length");
    if (said != null && said.matches("[0-9]{1,9}")) {
      if (Integer.parseInt(said) > length) {
        return null;
      }
      length = Integer.parseInt(said);
    }
    return Arrays.copyOfRange(bytes, at, at + length);
  }

  /** The next line without its end; empty at the end of the file. */
  private String line() {
    line++;
    int from = at;
    int to = from;
    while (to < bytes.length && bytes[to] != '\n') {
      to++;
    }
    at = Math.min(to + 1, bytes.length);
    int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
    return new String(bytes, from, end - from, ISO_8859_1);
  }
}
