package dev.stockade.enforce;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.request.Transport;
import java.nio.ByteBuffer;
import java.util.List;

/** Reads the head of an HTTP/1.1 request from the bytes that will be written; leaves them as is. */
public final class HeadBytes {
  private static final int MAX = 64 << 10;

  private HeadBytes() {}

  /** Null when it is not the head of a request. */
  @SuppressWarnings("deprecation")
  public // the one way to a string that makes no copy between
  static RequestHead read(AwsEnforcement watch, Transport transport, List<?> buffers) {
    int size = 0;
    for (Object buffer : buffers) {
      size += ((ByteBuffer) buffer).remaining();
    }
    if (size > MAX) {
      return null;
    }
    byte[] bytes = new byte[size];
    int at = 0;
    for (Object buffer : buffers) {
      ByteBuffer copy = ((ByteBuffer) buffer).duplicate();
      int length = copy.remaining();
      copy.get(bytes, at, length);
      at += length;
    }
    return parse(watch, transport, new String(bytes, 0, 0, size));
  }

  private static RequestHead parse(AwsEnforcement watch, Transport transport, String text) {
    int end = text.indexOf("\r\n");
    int method = text.indexOf(' ');
    int target = end < 0 ? -1 : text.lastIndexOf(' ', end);
    if (method <= 0 || target <= method) {
      return null;
    }
    RequestHead head =
        watch.begin(transport, text.substring(0, method), text.substring(method + 1, target), null);
    int colon = 0;
    for (int line = end + 2; line < text.length(); line = end + 2) {
      end = text.indexOf("\r\n", line);
      if (colon >= 0 && colon < line) {
        colon = text.indexOf(':', line);
      }
      if (end <= line) {
        break;
      }
      if (colon > line && colon < end) {
        head.header(text.substring(line, colon), text.substring(colon + 1, end).trim());
      }
    }
    return head;
  }
}
