package dev.stockade.cli.request;

import dev.stockade.aws.request.RequestHead;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the wire log of Apache HttpClient 4 and 5, which the SDKs use: lines of {@code ID >>
 * "text[\r][\n]"}; and the log of headers, lines of {@code ID >> text}, where there is no wire log.
 */
final class WireLog {
  private static final String OUT = " >> ";
  private static final String IN = " << ";

  /** And one digit more. */
  private static final String VERSION = " HTTP/1.";

  private static final Pattern ESCAPE = Pattern.compile("\\[(\\\\r|\\\\n|0x[0-9a-f]{1,2})\\]");

  private final Map<String, Sent> open = new LinkedHashMap<>();
  private final List<Sent> all = new ArrayList<>();

  private WireLog() {}

  static boolean isStart(String line) {
    int at = line.indexOf(OUT);
    String text = at < 0 ? "" : line.substring(at + OUT.length());
    int end = text.lastIndexOf(VERSION) + VERSION.length() + 1;
    return end > VERSION.length() + 1
        && end <= text.length()
        && HeadLines.isStart(text.substring(quote(text), end));
  }

  private static int quote(String text) {
    return text.startsWith("\"") ? 1 : 0;
  }

  static List<Request> read(String file, String[] lines) throws UnreadableException {
    boolean wire = false;
    for (String line : lines) {
      wire |= isStart(line) && line.contains(">> \"");
    }
    WireLog log = new WireLog();
    for (int i = 0; i < lines.length; i++) {
      log.add(lines[i], wire, i + 1);
    }
    List<Request> requests = new ArrayList<>();
    for (Sent sent : log.all) {
      requests.add(sent.request(file));
    }
    return requests;
  }

  private void add(String line, boolean wire, int number) {
    int out = line.indexOf(OUT);
    int in = line.indexOf(IN);
    boolean sends = out >= 0 && (in < 0 || out < in);
    int at = sends ? out : in;
    String text = at < 0 ? "" : line.substring(at + OUT.length());
    if (at < 0 || (quote(text) == 1) != wire) {
      return;
    }
    String id = line.substring(line.lastIndexOf(' ', at - 1) + 1, at);
    if (!sends) {
      open.remove(id);
      return;
    }
    Sent sent = open.get(id);
    if (sent == null) {
      sent = new Sent(number, wire);
      open.put(id, sent);
      all.add(sent);
    }
    sent.add(text);
  }

  /** The bytes that one connection sent before it received something. */
  private static final class Sent {
    private final int number;
    private final boolean wire;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Sent(int number, boolean wire) {
      this.number = number;
      this.wire = wire;
    }

    void add(String text) {
      if (!wire) {
        write(text);
        write("\n");
        return;
      }
      int end = text.endsWith("\"") && text.length() > 1 ? text.length() - 1 : text.length();
      String quoted = text.substring(1, end);
      Matcher escape = ESCAPE.matcher(quoted);
      int at = 0;
      while (escape.find()) {
        write(quoted.substring(at, escape.start()));
        bytes.write(code(escape.group(1)));
        at = escape.end();
      }
      write(quoted.substring(at));
    }

    private static int code(String escape) {
      return escape.equals("\\r")
          ? '\r'
          : escape.equals("\\n") ? '\n' : Integer.parseInt(escape.substring(2), 16);
    }

    private void write(String text) {
      for (int i = 0; i < text.length(); i++) {
        bytes.write(text.charAt(i));
      }
    }

    Request request(String file) throws UnreadableException {
      try {
        Request request = RawRequest.parse(file, bytes.toByteArray());
        if (wire) {
          return request;
        }
        RequestHead head = request.head();
        return Request.of(head.body(HeadLines.hasNone(head) ? new byte[0] : null));
      } catch (UnreadableException e) {
        throw new UnreadableException(file, number, "not a request of HTTP in a wire log");
      }
    }
  }
}
