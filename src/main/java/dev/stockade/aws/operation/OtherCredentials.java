package dev.stockade.aws.operation;

import dev.stockade.aws.endpoint.Endpoint;
import dev.stockade.aws.request.FormFields;
import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.text.Ascii;
import dev.stockade.aws.text.HeaderNames;

/**
 * Finds proofs of identity that are no AWS signature. What counts is whether the service takes one
 * of that name; where that is not known, what merely looks like a credential may be one.
 */
public final class OtherCredentials {
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

  /**
   * The credential that a request carries, one that its service takes before others; null without.
   *
   * @param endpoint where it goes
   */
  public static OtherCredential of(Endpoint endpoint, RequestHead head) {
    OtherCredential found = null;
    for (int i = 0; i < head.size(); i++) {
      if (!head.value(i).isEmpty() && isCredential(head.name(i), head.value(i))) {
        found = better(found, endpoint, head.name(i));
      }
    }
    found = in(FormFields.ofQuery(head.target()), endpoint, found);
    return in(FormFields.ofBody(head), endpoint, found);
  }

  private static OtherCredential in(FormFields form, Endpoint endpoint, OtherCredential before) {
    OtherCredential found = before;
    for (String field : FIELDS) {
      if (!form.isEmpty() && form.hasValue(field)) {
        found = better(found, endpoint, field);
      }
    }
    return found;
  }

  private static OtherCredential better(OtherCredential found, Endpoint endpoint, String name) {
    OtherCredential other =
        new OtherCredential(HeaderNames.shown(name), CredentialNames.of(endpoint, name));
    return found == null || other.isBetterThan(found) ? other : found;
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
