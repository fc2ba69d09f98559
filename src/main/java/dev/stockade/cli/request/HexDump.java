package dev.stockade.cli.request;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what Netty's {@code LoggingHandler} prints of bytes that are written. */
final class HexDump {
  private static final Pattern LINE =
      Pattern.compile("\\|([0-9a-f]{8})\\| ((?:[0-9a-f]{2} ){1,16}) *\\|.*");
  private static final Pattern EVENT = Pattern.compile(".*\\b(WRITE|READ|FLUSH|CLOSE)\\b.*");

  private HexDump() {}

  static boolean isStart(String line) {
    return LINE.matcher(line).matches();
  }

  static List<Request> read(String file, String[] lines) throws UnreadableException {
    List<Request> requests = new ArrayList<>();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean written = true;
    int first = 0;
    for (int i = 0; i <= lines.length; i++) {
      Matcher dump = LINE.matcher(i == lines.length ? "" : lines[i]);
      Matcher event = EVENT.matcher(i == lines.length ? "READ" : lines[i]);
      if (dump.matches()) {
        first = bytes.size() == 0 ? i + 1 : first;
        add(dump.group(2), written, bytes);
      } else if (event.matches()) {
        written = event.group(1).equals("WRITE");
        if (event.group(1).equals("READ") && bytes.size() > 0) {
          requests.add(request(file, first, bytes));
          bytes.reset();
        }
      }
    }
    return requests;
  }

  private static void add(String digits, boolean written, ByteArrayOutputStream bytes) {
    for (int at = 0; written && at + 2 <= digits.length(); at += 3) {
      bytes.write(Integer.parseInt(digits.substring(at, at + 2), 16));
    }
  }

  private static Request request(String file, int line, ByteArrayOutputStream bytes)
      throws UnreadableException {
    try {
      return RawRequest.parse(file, bytes.toByteArray());
    } catch (UnreadableException e) {
      throw new UnreadableException(file, line, "the bytes are no request of HTTP/1.1");
    }
  }
}
