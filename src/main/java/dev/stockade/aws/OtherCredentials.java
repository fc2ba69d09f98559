package dev.stockade.aws;

/**
 * Proofs of identity that are no AWS signature. Names are judged generously: what merely looks like
 * a credential keeps us from claiming that there is none.
 */
final class OtherCredentials {
  private static final String[] HEADER_WORDS = {
    "auth", "token", "bearer", "cookie", "credential", "api-key", "apikey", "secret", "session"
  };

  /** Names that hold such a word and prove nothing to AWS by themselves. */
  private static final String[] NO_CREDENTIALS = {
    "proxy-authorization",
    "x-amz-security-token",
    "x-amz-client-token",
    "x-amz-bucket-object-lock-token",
    "x-amzn-trace-id",
    "x-aws-ec2-metadata-token-ttl-seconds"
  };

  /**
   * SigV2 and S3 query authentication, CloudFront signed URLs, Amazon Location API keys, OAuth,
   * AppSync's real-time header.
   */
  private static final String[] FIELDS = {
    "AWSAccessKeyId",
    "Key-Pair-Id",
    "key",
    "x-api-key",
    "api_key",
    "apikey",
    "access_token",
    "token",
    "header",
    "authorization",
    "billingtoken",
    "client_secret",
    "client_assertion"
  };

  private OtherCredentials() {}

  static boolean in(RequestHead head) {
    for (int i = 0; i < head.size(); i++) {
      if (!head.value(i).isEmpty() && isCredential(head.name(i), head.value(i))) {
        return true;
      }
    }
    return in(Form.ofQuery(head.target())) || in(Form.ofBody(head));
  }

  private static boolean in(Form form) {
    if (form.isEmpty()) {
      return false;
    }
    for (String field : FIELDS) {
      if (form.hasValue(field)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCredential(String name, String value) {
    if (name.equalsIgnoreCase("authorization")) {
      return !Ascii.isAt(value, 0, "aws4-hmac-sha256") && !Ascii.isAt(value, 0, "aws4-ecdsa-");
    }
    for (String word : HEADER_WORDS) {
      if (contains(name, word)) {
        return !isHarmless(name);
      }
    }
    return false;
  }

  private static boolean isHarmless(String name) {
    for (String harmless : NO_CREDENTIALS) {
      if (name.equalsIgnoreCase(harmless)) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(String name, String word) {
    for (int i = 0; i + word.length() <= name.length(); i++) {
      if (Ascii.isAt(name, i, word)) {
        return true;
      }
    }
    return false;
  }
}
