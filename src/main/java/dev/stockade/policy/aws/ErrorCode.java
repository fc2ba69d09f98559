package dev.stockade.policy.aws;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * What an error code of AWS says of the request's authentication. Each service has its own name for
 * the same thing; a code that is not here says nothing of it.
 */
enum ErrorCode {
  SIGNATURE("SignatureDoesNotMatch", "InvalidSignatureException"),
  INCOMPLETE("IncompleteSignature", "IncompleteSignatureException"),
  NO_SIGNATURE("MissingAuthenticationToken", "MissingAuthenticationTokenException"),
  CLOCK("RequestExpired", "RequestTimeTooSkewed", "RequestInTheFuture"),
  TOKEN_EXPIRED("ExpiredToken", "ExpiredTokenException"),
  UNKNOWN_KEY("InvalidClientTokenId", "UnrecognizedClientException", "InvalidAccessKeyId"),
  DENIED("AccessDenied", "AccessDeniedException", "UnauthorizedOperation"),

  /** Said only to whom AWS knows: of the thing asked for, not of who asked. */
  AUTHENTICATED(
      "NoSuchKey",
      "NoSuchVersion",
      "PreconditionFailed",
      "BucketAlreadyOwnedByYou",
      "BucketNotEmpty",
      "ConditionalCheckFailedException");

  private static final Map<String, ErrorCode> BY_NAME = byName();

  @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
  private final String[] names;

  ErrorCode(String... names) {
    this.names = names;
  }

  /** Null where a code says nothing of authentication, or there is none. */
  static ErrorCode of(String code) {
    return code == null ? null : BY_NAME.get(code);
  }

  private static Map<String, ErrorCode> byName() {
    Map<String, ErrorCode> all = new HashMap<>();
    for (ErrorCode one : values()) {
      for (String name : one.names) {
        all.put(name, one);
      }
    }
    return Collections.unmodifiableMap(all);
  }
}
