package dev.stockade.cli.request;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the requests in what {@code curl -v} prints, also with {@code --trace-time}. */
final class CurlTrace {
  private static final Pattern SENT = Pattern.compile("(?:[0-9:.]+ )?> ?(.*)");

  private CurlTrace() {}

  static boolean isStart(String line) {
    Matcher sent = SENT.matcher(line);
    return sent.matches() && HeadLines.isStart(sent.group(1));
  }

  static List<Request> read(String file, String[] lines) throws UnreadableException {
    List<Request> requests = new ArrayList<>();
    HeadLines head = null;
    for (int i = 0; i < lines.length; i++) {
      Matcher sent = SENT.matcher(lines[i]);
      boolean isSent = sent.matches();
      if (head == null && isStart(lines[i])) {
        head = new HeadLines(file, i + 1, sent.group(1));
      } else if (head != null && isSent && !sent.group(1).trim().isEmpty()) {
        head.add(i + 1, sent.group(1));
      } else if (head != null && !lines[i].startsWith("*")) {
        requests.add(head.endWithoutBody());
        head = null;
      }
    }
    if (head != null) {
      requests.add(head.endWithoutBody());
    }
    return requests;
  }
}
