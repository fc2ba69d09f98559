package dev.stockade.fleet.storage;

import java.io.IOException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** What the SDK throws, as a sentence. Nothing that a service wrote is repeated but error codes. */
public final class AwsFailures {
  private static final Set<String> CREDENTIALS =
      Set.of(
          "InvalidAccessKeyId",
          "SignatureDoesNotMatch",
          "ExpiredToken",
          "ExpiredTokenException",
          "InvalidToken",
          "InvalidSignatureException",
          "UnrecognizedClientException",
          "InvalidClientTokenId",
          "IncompleteSignature",
          "MissingAuthenticationToken");

  private static final Set<String> REGION =
      Set.of(
          "PermanentRedirect",
          "AuthorizationHeaderMalformed",
          "IllegalLocationConstraintException");

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9.:_-]{1,64}");
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private AwsFailures() {}

  /**
   * @param place what was asked, for a person
   * @param action what was to be done there, in IAM's words, such as {@code s3:PutObject}
   */
  public static StorageFailure of(String place, String action, SdkException e) {
    return e instanceof AwsServiceException service
        ? answered(place, action, service)
        : unanswered(place, e);
  }

  private static StorageFailure answered(String place, String action, AwsServiceException e) {
    String code = code(e);
    int status = e.statusCode();
    String answer = status + " " + code;
    if (code.equals("NoSuchBucket")) {
      return StorageFailure.lasting(place + ": there is no such bucket");
    }
    if (code.equals("NoSuchKey") || (status == NOT_FOUND && code.equals("NotFound"))) {
      return StorageFailure.lasting(place + ": there is no such object");
    }
    if (CREDENTIALS.contains(code)) {
      return StorageFailure.lasting(
          place + ": the credentials are not taken (" + answer + "): see which ones are set");
    }
    if (status == 301 || REGION.contains(code)) {
      return StorageFailure.lasting(
          place + ": lies in another region (" + answer + "): set AWS_REGION to that one");
    }
    if (e.isThrottlingException() || status >= 500 || status == 429 || status == CONFLICT) {
      return StorageFailure.passing(place + ": is busy (" + answer + ")");
    }
    if (status == 403 || code.startsWith("AccessDenied")) {
      return StorageFailure.lasting(place + ": no permission for " + action + " (" + answer + ")");
    }
    return StorageFailure.lasting(place + ": refused " + action + " (" + answer + ")");
  }

  private static StorageFailure unanswered(String place, SdkException e) {
    if (e instanceof AbortedException) {
      return StorageFailure.passing(place + ": the call was ended");
    }
    Throwable cause = e;
    while (cause != null && !(cause instanceof IOException)) {
      cause = cause.getCause();
    }
    String message = String.valueOf(e.getMessage());
    if (message.contains("Unable to load credentials")) {
      return StorageFailure.lasting(
          place
              + ": there are no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a"
              + " profile, or give the machine or pod a role");
    }
    if (message.contains("Unable to load region")) {
      return StorageFailure.lasting(place + ": there is no region: set AWS_REGION");
    }
    if (cause instanceof UnknownHostException) {
      return StorageFailure.passing(
          place + ": cannot be reached: there is no host " + cause.getMessage());
    }
    if (cause instanceof SSLException) {
      return StorageFailure.passing(place + ": no TLS connection: " + cause.getMessage());
    }
    if (cause != null) {
      return StorageFailure.passing(place + ": cannot be reached: " + cause.getMessage());
    }
    return e.retryable()
        ? StorageFailure.passing(place + ": did not answer (" + e.getClass().getSimpleName() + ")")
        : StorageFailure.lasting(place + ": cannot be asked: " + message);
  }

  /** The service's word for it; one of our own for an answer without a body, as HEAD has. */
  static String code(SdkServiceException e) {
    String code =
        e instanceof AwsServiceException aws && aws.awsErrorDetails() != null
            ? aws.awsErrorDetails().errorCode()
            : null;
    if (code != null && CODE.matcher(code).matches()) {
      return code;
    }
    return e.statusCode() == NOT_FOUND ? "NotFound" : "no code";
  }
}
