package dev.stockade.aws.sigv4;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.sigv4.authorization.Authorization;
import dev.stockade.aws.text.HeaderNames;

/**
 * S3 answers AccessDenied to a request with a header {@code x-amz-*} that is sent and not signed. A
 * few are exempt, as they carry the signature itself.
 */
final class UnsignedHeaders {
  private static final String PREFIX = "x-amz-";

  private UnsignedHeaders() {}

  /** A sentence on the first such header, or null. */
  static String first(Authorization claim, RequestHead head) {
    for (int i = 0; i < head.size(); i++) {
      String name = head.name(i);
      if (name.regionMatches(true, 0, PREFIX, 0, PREFIX.length())
          && !claim.signs(name)
          && !isExempt(name)) {
        return "header `"
            + HeaderNames.shown(name)
            + "` is sent and not signed: S3 answers AccessDenied";
      }
    }
    return null;
  }

  private static boolean isExempt(String name) {
    return name.equalsIgnoreCase("x-amz-content-sha256")
        || name.equalsIgnoreCase("x-amz-date")
        || name.equalsIgnoreCase("x-amz-security-token")
        || name.equalsIgnoreCase("x-amz-user-agent");
  }
}
