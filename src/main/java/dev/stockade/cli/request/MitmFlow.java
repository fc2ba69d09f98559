package dev.stockade.cli.request;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what mitmdump prints with {@code --flow-detail 2} and more: the body is not as sent. */
final class MitmFlow {
  private static final Pattern START =
      Pattern.compile("(?:\\[[^\\]]*\\]\\s*)?\\S+: ([A-Z]+) (https?)://([^/?\\s]*)(\\S*).*");
  private static final Pattern HEADER = Pattern.compile("    ([^:\\s]+): ?(.*)");

  private MitmFlow() {}

  static boolean isStart(String line) {
    return START.matcher(line).matches();
  }

  static List<Request> read(String[] lines) {
    List<Request> requests = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      Matcher start = START.matcher(lines[i]);
      if (!start.matches()) {
        continue;
      }
      Transport transport = start.group(2).equals("https") ? Transport.TLS : Transport.CLEARTEXT;
      String target = start.group(4).startsWith("/") ? start.group(4) : "/" + start.group(4);
      RequestHead head = new RequestHead().begin(transport, start.group(1), target, start.group(3));
      for (Matcher header = header(lines, i + 1); header != null; header = header(lines, i + 1)) {
        head.header(header.group(1), header.group(2).trim());
        i++;
      }
      requests.add(Request.of(head.body(HeadLines.hasNone(head) ? new byte[0] : null)));
    }
    return requests;
  }

  private static Matcher header(String[] lines, int index) {
    if (index >= lines.length) {
      return null;
    }
    Matcher header = HEADER.matcher(lines[index]);
    return header.matches() ? header : null;
  }
}
