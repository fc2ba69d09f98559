package dev.stockade.cli.request;

import dev.stockade.aws.request.RequestHead;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@code aws --debug} prints: the request that botocore sends, and the canonical request
 * that it signed, in which the body's hash is.
 */
final class BotoLog {
  private static final Pattern SENT =
      Pattern.compile(
          ".*Sending http request: <AWSPreparedRequest .*?method=([A-Z]+), url=(\\S+),"
              + " headers=\\{(.*)\\}>.*");
  private static final Pattern HEADER =
      Pattern.compile(
          "(?:^|, )b?(['\"])([^'\"]+)\\1: b?(?:'([^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+)'|\"([^\"]*)\")");
  private static final String CANONICAL = "CanonicalRequest:";

  private BotoLog() {}

  static boolean isStart(String line) {
    return SENT.matcher(line).matches();
  }

  static List<Request> read(String[] lines) {
    List<Request> requests = new ArrayList<>();
    String canonical = null;
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].trim().endsWith(CANONICAL)) {
        canonical = canonical(lines, i + 1);
      }
      Matcher sent = SENT.matcher(lines[i]);
      if (sent.matches()) {
        RequestHead head = Address.begin(sent.group(1), sent.group(2));
        Matcher header = HEADER.matcher(sent.group(3));
        while (header.find()) {
          String value = header.group(3) != null ? header.group(3) : header.group(4);
          head.header(header.group(2), value.replaceAll("\\\\(.)", "$1"));
        }
        requests.add(
            Request.signedAs(head.body(HeadLines.hasNone(head) ? new byte[0] : null), canonical));
        canonical = null;
      }
    }
    return requests;
  }

  /** Up to the next line of the log, whose lines have a level. */
  private static String canonical(String[] lines, int from) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < lines.length && !lines[i].contains(" - DEBUG - "); i++) {
      text.append(i == from ? "" : "\n").append(lines[i]);
    }
    return text.toString();
  }
}
