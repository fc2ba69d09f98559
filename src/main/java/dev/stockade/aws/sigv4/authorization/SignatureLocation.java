package dev.stockade.aws.sigv4.authorization;

import dev.stockade.aws.request.RequestHead;

/** The place and kind of a request's AWS signature; found without garbage. */
public enum SignatureLocation {
  NONE,
  /**
   * An {@code Authorization} header of another scheme; also {@code AWS4-X509-…}, by which IAM Roles
   * Anywhere takes a certificate's signature.
   */
  OTHER,
  HEADER,
  QUERY,
  BOTH,
  /** Signature version 2 or 3. */
  LEGACY;

  public static SignatureLocation of(RequestHead head) {
    String authorization = head.first("authorization");
    boolean header = false;
    if (authorization != null) {
      int start = 0;
      while (start < authorization.length() && authorization.charAt(start) <= ' ') {
        start++;
      }
      header =
          authorization.startsWith("AWS4-", start)
              && !authorization.startsWith("AWS4-X509-", start);
      if (!header
          && (authorization.startsWith("AWS ", start) || authorization.startsWith("AWS3", start))) {
        return LEGACY;
      }
    }
    String target = head.target();
    int query = target == null ? -1 : target.indexOf('?');
    SignatureLocation inQuery = query < 0 ? NONE : inQuery(target, query + 1, header);
    if (header) {
      return inQuery == QUERY ? BOTH : HEADER;
    }
    return inQuery == NONE && authorization != null ? OTHER : inQuery;
  }

  private static SignatureLocation inQuery(String target, int from, boolean onlySignature) {
    boolean legacyKey = false;
    boolean legacySignature = false;
    for (int at = from; at > 0; at = target.indexOf('&', at) + 1) {
      if (is(target, at, "X-Amz-Signature=")
          || (!onlySignature && is(target, at, "X-Amz-Credential="))) {
        return QUERY;
      }
      legacyKey |= is(target, at, "AWSAccessKeyId=");
      legacySignature |= is(target, at, "Signature=");
    }
    return legacyKey && legacySignature ? LEGACY : NONE;
  }

  private static boolean is(String target, int at, String name) {
    return target.regionMatches(true, at, name, 0, name.length());
  }
}
