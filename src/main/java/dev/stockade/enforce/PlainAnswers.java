package dev.stockade.enforce;

import dev.stockade.policy.aws.AwsAnswer;
import dev.stockade.weave.HookHandler;

/**
 * Handles the point where an HTTP client has read the head of a response: what AWS answered to a
 * request that a program signed and sent without an SDK. Of the head only the status, the ids, an
 * error's type and the date are read, and that only where such a request was sent.
 */
public abstract class PlainAnswers implements HookHandler {
  private static final int FINAL = 200;

  private final AwsEnforcement watch;

  protected PlainAnswers(AwsEnforcement watch) {
    this.watch = watch;
  }

  /** The status of a response; 0 where it has none. */
  protected abstract int status(Object response) throws Exception;

  /** The value of a response's header, whatever the case of its name; null where there is none. */
  protected abstract String header(Object response, String name) throws Exception;

  /** Whether it is the response that counts and not one before it. */
  protected static boolean isFinal(int status) {
    return status >= FINAL;
  }

  /** Whether a response can be of interest at all. */
  protected final boolean areAwaited() {
    return watch.awaited().any();
  }

  /**
   * A response came; informational ones go before the one that counts.
   *
   * @param by what the request was judged with
   */
  protected final void answered(Object by, Object response) throws Exception {
    long key = watch.awaited().of(by);
    if (key != 0) {
      int status = status(response);
      if (isFinal(status)) {
        watch.awaited().over(by);
        tell(watch.find(key), status, response);
      }
    }
  }

  /**
   * The same where the client shows the request with the response.
   *
   * @param authorization the request's header; may be null
   */
  protected final void answeredTo(String authorization, Object response) throws Exception {
    SentRequest request = watch.find(AwsEnforcement.keyOfSignature(authorization));
    if (request != null) {
      int status = status(response);
      if (isFinal(status)) {
        tell(request, status, response);
      }
    }
  }

  /** Services that spoke the query protocol once (SQS) put the code that they had then here. */
  private String code(Object response) throws Exception {
    String type = header(response, "x-amzn-ErrorType");
    return type == null ? header(response, "x-amzn-query-error") : type;
  }

  private void tell(SentRequest request, int status, Object response) throws Exception {
    if (request == null) {
      return;
    }
    AwsAnswer answer = AwsAnswer.of(status);
    if (watch.wantsDetails(request, status)) {
      String id = header(response, "x-amzn-RequestId");
      answer =
          answer
              .ids(
                  id == null ? header(response, "x-amz-request-id") : id,
                  header(response, "x-amz-id-2"))
              .date(header(response, "Date"), System.currentTimeMillis())
              .code(code(response));
    }
    watch.answered(request, answer);
  }
}
