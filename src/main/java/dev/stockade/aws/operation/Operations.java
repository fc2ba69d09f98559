package dev.stockade.aws.operation;

import dev.stockade.aws.endpoint.Endpoint;
import dev.stockade.aws.request.FormFields;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.text.Ascii;
import dev.stockade.aws.text.RecentCache;
import dev.stockade.aws.text.TargetPath;

/**
 * Finds the operation that a request calls: in a header, in the query, in a form or in the path.
 */
public final class Operations {
  private static final int MAX_TARGET = 256;
  private static final int MAX_NAME = 64;
  private static final RecentCache<String> TARGETS = new RecentCache<>();

  private Operations() {}

  /**
   * The operation's name such as {@code PutObject}: ASCII letters and digits, at most 64, whatever
   * the request holds. Null when it is unknown.
   *
   * @param endpoint may be null
   * @see <a href="https://smithy.io/2.0/aws/protocols/index.html">AWS protocols</a>
   */
  public static String name(Endpoint endpoint, RequestHead head) {
    if (endpoint == null || head.method() == null || head.target() == null) {
      return null;
    }
    switch (endpoint.kind()) {
      case API:
        return endpoint.isS3() ? S3Operations.name(endpoint, head) : ofApi(endpoint, head);
      case OTHER:
        return endpoint.service() == null ? ofApi(endpoint, head) : ofPath(endpoint, head);
      default:
        return null;
    }
  }

  private static String ofApi(Endpoint endpoint, RequestHead head) {
    String target = head.first("x-amz-target");
    if (target != null) {
      return ofTarget(target);
    }
    String action = FormFields.ofQuery(head.target()).word("Action");
    if (action == null && head.body() != null) {
      action = FormFields.ofBody(head).word("Action");
    }
    return action != null ? word(action, 0, action.length()) : ofPath(endpoint, head);
  }

  /** AWS JSON 1.0 and 1.1: {@code DynamoDB_20120810.GetItem}, the service perhaps with dots. */
  private static String ofTarget(String target) {
    if (target.length() > MAX_TARGET) {
      return null;
    }
    String known = TARGETS.get(target);
    if (known == null) {
      int dot = target.lastIndexOf('.');
      known = isService(target, dot) ? word(target, dot + 1, target.length()) : null;
      TARGETS.put(target, known);
    }
    return known;
  }

  private static boolean isService(String target, int end) {
    for (int i = 0; i < end; i++) {
      char c = target.charAt(i);
      if (!Ascii.isLetter(c) && !Ascii.isDigit(c) && c != '_' && c != '.' && c != '-') {
        return false;
      }
    }
    return end > 0 && Ascii.isLetter(target.charAt(0));
  }

  private static String ofPath(Endpoint endpoint, RequestHead head) {
    String operation = ofRpc(head.target());
    return operation != null
        ? operation
        : RestOperations.name(endpoint.service(), head.method(), head.target());
  }

  /** Smithy RPC v2: {@code /service/NAME/operation/NAME}, perhaps with a prefix. */
  private static String ofRpc(String target) {
    int start = TargetPath.start(target);
    int end = TargetPath.end(target);
    int operation = target.lastIndexOf("/operation/", end - 1);
    if (operation <= start) {
      return null;
    }
    int service = target.lastIndexOf('/', operation - 1) - "/service".length();
    if (service < start || !target.startsWith("/service/", service)) {
      return null;
    }
    return word(target, operation + "/operation/".length(), end);
  }

  private static String word(String text, int start, int end) {
    if (end <= start || end - start > MAX_NAME || !Ascii.isLetter(text.charAt(start))) {
      return null;
    }
    for (int i = start; i < end; i++) {
      if (!Ascii.isLetter(text.charAt(i)) && !Ascii.isDigit(text.charAt(i))) {
        return null;
      }
    }
    return text.substring(start, end);
  }
}
