package dev.stockade.aws;

import dev.stockade.aws.endpoint.Endpoints;
import dev.stockade.aws.request.FormFields;
import dev.stockade.aws.request.RequestHead;

/**
 * Decides whether a body that lies in memory is worth reading: no header holds the hash that is
 * signed, or it is a form for AWS, in which the query protocol has the operation.
 */
public final class WantedBody {
  private WantedBody() {}

  public static boolean isOf(RequestHead head) {
    String authorization = head.first("authorization");
    if (authorization != null
        && authorization.startsWith("AWS4")
        && head.first("x-amz-content-sha256") == null) {
      return true;
    }
    String host = head.authority();
    return FormFields.isForm(head) && host != null && Endpoints.of(host) != null;
  }
}
