package dev.stockade.enforce;

import dev.stockade.aws.request.RequestHead;
import dev.stockade.aws.text.SeededHash;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.aws.SignatureStatus;

/**
 * Keys by which an answer finds its request: a hash of the signature, which is another one for each
 * attempt, or of what an SDK numbers its attempts with where nothing is signed. Nobody makes of the
 * hash what it was made of.
 */
final class RequestKeys {
  private static final String SIGNATURE = "Signature=";

  /** Of an HMAC, at the end of what the SDKs write. */
  private static final int DIGITS = 64;

  private static final String INVOCATION = "amz-sdk-invocation-id";
  private static final String ATTEMPT = "amz-sdk-request";

  private RequestKeys() {}

  /** 0 for a request that cannot be told from others. */
  static long of(RequestHead head) {
    long signed = ofSignature(head.first("authorization"));
    return signed != 0 ? signed : ofAttempt(head.first(INVOCATION), head.first(ATTEMPT));
  }

  /** Whether an SDK sends it, which shows the answer, too: all of them number their calls so. */
  static boolean isOfSdk(RequestHead head) {
    return head.first(INVOCATION) != null;
  }

  /** A second key for one whose signature may not be the one that the SDK made; 0 for others. */
  static long ofDoubtful(AwsFacts facts, RequestHead head) {
    return facts.signature() == SignatureStatus.MISMATCH
        ? ofAttempt(head.first(INVOCATION), head.first(ATTEMPT))
        : 0;
  }

  /**
   * @param authorization the header's value; may be null
   * @return 0 where it has no AWS signature
   */
  static long ofSignature(String authorization) {
    int start = signature(authorization);
    return start < 0 ? 0 : hash(authorization, start, end(authorization, start));
  }

  /**
   * @param request {@code attempt=2; max=4}, perhaps with more; may be null
   * @return 0 where the SDK says nothing
   */
  static long ofAttempt(String invocation, String request) {
    if (invocation == null || request == null) {
      return 0;
    }
    return hash(request, 0, request.length()) ^ hash(invocation, 0, invocation.length());
  }

  /** Where the signature stands in the header's value, or -1. */
  static int signature(String authorization) {
    if (authorization == null || !authorization.startsWith("AWS4-")) {
      return -1;
    }
    int usual = authorization.length() - DIGITS - SIGNATURE.length();
    int at =
        authorization.startsWith(SIGNATURE, usual) ? usual : authorization.lastIndexOf(SIGNATURE);
    return at < 0 ? -1 : at + SIGNATURE.length();
  }

  /** Where it ends that starts there. */
  static int end(String authorization, int start) {
    int end = start;
    while (end < authorization.length()
        && authorization.charAt(end) > ' '
        && authorization.charAt(end) != ',') {
      end++;
    }
    return end;
  }

  private static long hash(String text, int from, int to) {
    long hash = SeededHash.mix(SeededHash.add(SeededHash.START, text, from, to));
    return hash == 0 ? 1 : hash;
  }
}
