package dev.stockade.library.awssdk;

import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.enforce.SentRequest;
import dev.stockade.policy.aws.AwsAnswer;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.FieldByName;
import dev.stockade.weave.reflect.MethodByName;
import java.util.List;

/**
 * What AWS answered to AWS SDK for Java 2, whatever HTTP client it has: once for each attempt, with
 * the request as it was signed. An error's code is known a step later, when the SDK has read the
 * body; the request id says to which answer it belongs.
 */
final class SdkV2Answers implements HookHandler {
  static final int SYNC_CLIENT = 0;
  static final int ASYNC_CLIENT = 1;
  static final int ANSWER = 2;
  static final int PARSED = 3;
  static final int ASYNC_ANSWER = 4;

  private static final int FAILED = 400;

  private final MethodByName attributes = new MethodByName("executionAttributes");
  private final FieldByName syncClient = new FieldByName("sdkHttpClient");
  private final FieldByName asyncClient = new FieldByName("sdkAsyncHttpClient");
  private final FieldByName delegate = new FieldByName("delegate");
  private final MethodByName executionContext = new MethodByName("executionContext");
  private final FieldByName heldContext = new FieldByName("context");
  private final MethodByName interceptorContext = new MethodByName("interceptorContext");
  private final MethodByName httpRequest = new MethodByName("httpRequest");
  private final MethodByName httpResponse = new MethodByName("httpResponse");
  private final MethodByName statusCode = new MethodByName("statusCode");
  private final MethodByName host = new MethodByName("host");
  private final MethodByName method = new MethodByName("method");
  private final MethodByName values = new MethodByName("matchingHeaders", 1);
  private final MethodByName exception = new MethodByName("exception");
  private final MethodByName details = new MethodByName("awsErrorDetails");
  private final MethodByName errorCode = new MethodByName("errorCode");
  private final AwsEnforcement watch;
  private final CallTransports transports = new CallTransports();
  private final UnparsedAnswers unparsed = new UnparsedAnswers();

  SdkV2Answers(AwsEnforcement watch) {
    this.watch = watch;
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    switch (id) {
      case SYNC_CLIENT:
        sends(loads[0], loads[1], syncClient);
        break;
      case ASYNC_CLIENT:
        sends(loads[0], loads[1], asyncClient);
        break;
      case ANSWER:
        answered(executionContext.on(loads[1]), loads[0]);
        break;
      case ASYNC_ANSWER:
        answered(heldContext.of(loads[0]), loads[1]);
        break;
      case PARSED:
        if (!unparsed.isEmpty()) {
          parsed(loads[0], httpResponse.on(loads[0]));
        }
        break;
      default:
        break;
    }
    return value;
  }

  private void sends(Object stage, Object call, FieldByName field) throws Exception {
    Object client = field.of(stage);
    if (transports.isTheOnly(client)) {
      return;
    }
    // A client that the program has made itself the SDK wraps, lest it is closed with its own.
    Object wrapped = delegate.ifPresent(client);
    transports.add(client, attributes.on(call), wrapped == null ? client : wrapped);
  }

  /** The context of a call has the request of the attempt that was signed last. */
  private void answered(Object context, Object response) throws Exception {
    Object request = httpRequest.on(interceptorContext.on(context));
    String authorization = first(request, "Authorization");
    long signed = AwsEnforcement.keyOfSignature(authorization);
    SentRequest sent = watch.find(signed);
    if (sent == null) {
      sent =
          watch.find(
              AwsEnforcement.keyOfAttempt(
                  first(request, "amz-sdk-invocation-id"), first(request, "amz-sdk-request")));
    }
    if (sent != null) {
      answered(sent, response);
    } else if (signed != 0) {
      unseen(authorization, request, attributes.on(context));
    }
  }

  private void answered(SentRequest sent, Object response) throws Exception {
    int status = (Integer) statusCode.on(response);
    AwsAnswer answer = AwsAnswer.of(status);
    if (watch.wantsDetails(sent, status)) {
      answer = detailed(answer, response);
    }
    if (status < FAILED) {
      watch.answered(sent, answer);
    } else {
      tell(unparsed.add(new UnparsedAnswer(requestId(response), sent, answer)));
    }
  }

  private void unseen(String authorization, Object request, Object call) throws Exception {
    String verb = String.valueOf(method.on(request));
    watch.unseen(authorization, verb, (String) host.on(request), transports.of(call));
  }

  private void parsed(Object response, Object http) throws Exception {
    if (http == null || (Integer) statusCode.on(http) < FAILED) {
      return;
    }
    UnparsedAnswer waiting = unparsed.take(requestId(http));
    if (waiting == null) {
      return;
    }
    Object error = exception.on(response);
    Object known = details.isOn(error) ? details.on(error) : null;
    String code = known == null ? null : (String) errorCode.on(known);
    tell(code == null ? waiting : waiting.withCode(code));
  }

  private void tell(UnparsedAnswer complete) {
    if (complete != null) {
      watch.answered(complete.request, complete.answer);
    }
  }

  private AwsAnswer detailed(AwsAnswer answer, Object response) throws Exception {
    return answer
        .ids(requestId(response), first(response, "x-amz-id-2"))
        .date(first(response, "Date"), System.currentTimeMillis())
        .code(first(response, "x-amzn-ErrorType"));
  }

  private String requestId(Object response) throws Exception {
    String id = first(response, "x-amzn-RequestId");
    return id == null ? first(response, "x-amz-request-id") : id;
  }

  private String first(Object message, String name) throws Exception {
    List<?> all = (List<?>) values.on(message, name);
    return all.isEmpty() ? null : (String) all.get(0);
  }
}
