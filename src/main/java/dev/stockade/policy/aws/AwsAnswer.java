package dev.stockade.policy.aws;

/**
 * An answer of AWS to one request: its status, ids and error code, nothing of its body. Strings are
 * null where unknown; what does not look like an id or a code is not taken. Immutable.
 */
public final class AwsAnswer {
  /** AWS takes a time that is five minutes off, S3 fifteen. */
  private static final long MAX_SKEW = 5 * 60_000L;

  private final int status;
  private final String errorCode;
  private final String requestId;
  private final String extendedRequestId;

  /** AWS's clock less this machine's; 0 where unknown. */
  private final long aheadMillis;

  private final boolean single;

  private AwsAnswer(
      int status,
      String errorCode,
      String requestId,
      String extendedRequestId,
      long aheadMillis,
      boolean single) {
    this.status = status;
    this.errorCode = errorCode;
    this.requestId = requestId;
    this.extendedRequestId = extendedRequestId;
    this.aheadMillis = aheadMillis;
    this.single = single;
  }

  /** An answer of which only the status is known. */
  public static AwsAnswer of(int status) {
    return new AwsAnswer(status, null, null, null, 0, false);
  }

  /**
   * The same with ids.
   *
   * @param requestId {@code x-amzn-RequestId} or {@code x-amz-request-id}
   * @param extended {@code x-amz-id-2}
   */
  public AwsAnswer ids(String requestId, String extended) {
    return new AwsAnswer(
        status, errorCode, AnswerText.id(requestId), AnswerText.id(extended), aheadMillis, single);
  }

  /**
   * The same with an error code, as a body, {@code x-amzn-ErrorType}, {@code x-amzn-query-error} or
   * an exception has it.
   */
  public AwsAnswer code(String code) {
    return new AwsAnswer(
        status, AnswerText.code(code), requestId, extendedRequestId, aheadMillis, single);
  }

  /**
   * The same with AWS's clock.
   *
   * @param date the header {@code Date}
   * @param now milliseconds since the epoch
   */
  public AwsAnswer date(String date, long now) {
    long theirs = HttpDate.millis(date);
    long ahead = theirs == 0 ? 0 : theirs - now;
    return new AwsAnswer(status, errorCode, requestId, extendedRequestId, ahead, single);
  }

  /** The same, which is to be recorded for itself whatever it says. */
  public AwsAnswer single() {
    return new AwsAnswer(status, errorCode, requestId, extendedRequestId, aheadMillis, true);
  }

  public int status() {
    return status;
  }

  public String errorCode() {
    return errorCode;
  }

  public String requestId() {
    return requestId;
  }

  public String extendedRequestId() {
    return extendedRequestId;
  }

  /** Whether each answer has a record of its own, with its ids. */
  public boolean isSingle() {
    return single;
  }

  /** How far AWS's clock is ahead of this machine's, in milliseconds; 0 where unknown. */
  long aheadMillis() {
    return aheadMillis;
  }

  /** Whether the two clocks are further apart than AWS takes it. */
  boolean isSkewed() {
    return Math.abs(aheadMillis) > MAX_SKEW;
  }

  /**
   * What it means.
   *
   * @param ours what was found of the request's signature; null when unknown
   */
  public AnswerKind kind(SignatureStatus ours) {
    ErrorCode code = ErrorCode.of(errorCode);
    if (status < 400 || code == ErrorCode.AUTHENTICATED) {
      return AnswerKind.ACCEPTED;
    }
    if (code == ErrorCode.CLOCK || (code == ErrorCode.SIGNATURE && isSkewed())) {
      return AnswerKind.REFUSED_CLOCK;
    }
    boolean signature =
        code == ErrorCode.SIGNATURE
            || code == ErrorCode.INCOMPLETE
            || (code == ErrorCode.NO_SIGNATURE && ours == SignatureStatus.MISSING);
    return signature ? AnswerKind.REFUSED_SIGNATURE : AnswerKind.REFUSED;
  }

  /**
   * Whether AWS has surely looked at who asks, and taken it: a redirect may come before that, and
   * an error that is not known may, too.
   */
  public boolean isSurelyAccepted() {
    return (status >= 200 && status < 300)
        || status == 304
        || (status >= 400 && ErrorCode.of(errorCode) == ErrorCode.AUTHENTICATED);
  }

  /** Whether AWS refused it for who asks, or may have: an answer to HEAD does not say. */
  public boolean isAboutAuthentication() {
    ErrorCode code = ErrorCode.of(errorCode);
    return status >= 400
        && (code == null
            ? errorCode == null && (status == 401 || status == 403)
            : code != ErrorCode.AUTHENTICATED);
  }
}
