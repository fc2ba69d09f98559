package dev.stockade.aws.sigv4.authorization;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.text.HeaderNames;

/** The headers of a request that have a meaning to its signature, found in one pass. */
public final class SigningHeaders {
  private RequestHead head;

  /** The length and the first letter of each name, so that most differences show at once. */
  private int[] keys = new int[32];

  String authorization;
  String amzDate;
  public String contentSha256;
  boolean token;

  public void read(RequestHead head) {
    clear();
    this.head = head;
    int size = head.size();
    if (size > keys.length) {
      keys = new int[size];
    }
    for (int i = 0; i < size; i++) {
      String name = head.name(i);
      keys[i] = key(name);
      switch (name.length()) {
        case 10:
          if (amzDate == null && name.equalsIgnoreCase("x-amz-date")) {
            amzDate = head.value(i).trim();
          }
          break;
        case 13:
          if (authorization == null && name.equalsIgnoreCase("authorization")) {
            authorization = head.value(i);
          }
          break;
        case 20:
          if (contentSha256 == null && name.equalsIgnoreCase("x-amz-content-sha256")) {
            contentSha256 = head.value(i).trim();
          } else if (name.equalsIgnoreCase("x-amz-security-token")) {
            token = true;
          }
          break;
        case 21:
          // S3 Express: the token of CreateSession.
          token |= name.equalsIgnoreCase("x-amz-s3session-token");
          break;
        default:
      }
    }
  }

  private static int key(String name) {
    int length = name.length();
    return length == 0 ? 0 : length << 16 | HeaderNames.lower(name.charAt(0));
  }

  /** A number that two names have in common when they may be the same in any case. */
  public static int key(int length, int lowerFirst) {
    return length == 0 ? 0 : length << 16 | lowerFirst;
  }

  public int key(int index) {
    return keys[index];
  }

  public RequestHead head() {
    return head;
  }

  String date() {
    return trimmed("date");
  }

  String regionSet() {
    return trimmed("x-amz-region-set");
  }

  public String contentLength() {
    return trimmed("content-length");
  }

  /** Whether the head says of a body that it has a type or a coding. */
  public boolean announcesBody() {
    return isChunked() || head.first("content-type") != null;
  }

  public boolean isChunked() {
    return head.first("transfer-encoding") != null;
  }

  private String trimmed(String name) {
    String value = head.first(name);
    return value == null ? null : value.trim();
  }

  public void clear() {
    head = null;
    authorization = null;
    amzDate = null;
    contentSha256 = null;
    token = false;
  }
}
