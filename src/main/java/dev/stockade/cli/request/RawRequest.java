package dev.stockade.cli.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.stockade.aws.request.RequestHead;
import java.util.Arrays;

/** Reads a request of HTTP/1.1 as bytes, with line ends of CR LF or LF (RFC 9112, section 2). */
final class RawRequest {
  private static final int MAX_LINE = 1 << 20;

  private final String file;
  private final byte[] bytes;
  private int at;
  private int line;

  private RawRequest(String file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  static Request parse(String file, byte[] bytes) throws UnreadableException {
    return new RawRequest(file, bytes).parse();
  }

  private Request parse() throws UnreadableException {
    String start = line();
    while (start.trim().isEmpty() && at < bytes.length) {
      start = line();
    }
    HeadLines lines = new HeadLines(file, line, start);
    for (String text = line(); !text.isEmpty(); text = line()) {
      lines.add(line, text);
    }
    RequestHead head = lines.end();
    if (head.first("transfer-encoding") != null) {
      return Request.of(head.body(ChunkedBody.content(bytes, at)));
    }
    String said = head.first("content-length");
    return said != null && said.matches("[0-9]{1,9}")
        ? ofLength(head, Integer.parseInt(said))
        : toTheEnd(head);
  }

  /** The body is cut to its length; an editor may have taken its last line feed. */
  private Request ofLength(RequestHead head, int length) {
    int there = bytes.length - at;
    if (length <= there) {
      return Request.of(head.body(Arrays.copyOfRange(bytes, at, at + length)));
    }
    byte[] body = Arrays.copyOfRange(bytes, at, at + Math.min(length, there + 2));
    if (length == there + 1) {
      body[there] = '\n';
    } else if (length == there + 2) {
      body[there] = '\r';
      body[there + 1] = '\n';
    } else {
      body = null;
    }
    return Request.of(head.body(body));
  }

  /** Nothing says how long the body is; an editor may have added the last line feed. */
  private Request toTheEnd(RequestHead head) {
    byte[] all = Arrays.copyOfRange(bytes, at, bytes.length);
    int end = all.length;
    if (end == 0 || all[end - 1] != '\n') {
      return Request.of(head.body(all));
    }
    end -= end > 1 && all[end - 2] == '\r' ? 2 : 1;
    byte[] shorter = Arrays.copyOf(all, end);
    return Request.withOtherBodies(head.body(all), shorter, new byte[0]);
  }

  /** The next line without its end; empty at the end of the file. */
  private String line() throws UnreadableException {
    line++;
    int from = at;
    int to = from;
    while (to < bytes.length && bytes[to] != '\n') {
      to++;
    }
    if (to - from > MAX_LINE) {
      throw new UnreadableException(file, line, "a line of more than " + MAX_LINE + " bytes");
    }
    at = Math.min(to + 1, bytes.length);
    int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
    return new String(bytes, from, end - from, ISO_8859_1);
  }
}
