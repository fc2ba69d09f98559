package dev.stockade.library.awssdk;

import dev.stockade.enforce.SentRequest;
import dev.stockade.policy.aws.AwsAnswer;

/** An answer that failed and whose body the SDK has not read yet. */
final class UnparsedAnswer {
  /** From its headers; null where it has none. */
  final String requestId;

  final SentRequest request;

  final AwsAnswer answer;

  /** The number of the thread that had it. */
  final long thread = Thread.currentThread().getId();

  UnparsedAnswer(String requestId, SentRequest request, AwsAnswer answer) {
    this.requestId = requestId;
    this.request = request;
    this.answer = answer;
  }

  UnparsedAnswer withCode(String code) {
    return new UnparsedAnswer(requestId, request, answer.code(code));
  }

  /** Without a request id only the thread tells: it reads one answer after the other. */
  boolean isOf(String id) {
    return id == null
        ? requestId == null && thread == Thread.currentThread().getId()
        : id.equals(requestId);
  }

  static int hash(String requestId) {
    return requestId == null ? Long.hashCode(Thread.currentThread().getId()) : requestId.hashCode();
  }
}
