package dev.stockade.library.awssdk;

import dev.stockade.enforce.AwsEnforcement;
import dev.stockade.enforce.SentRequest;
import dev.stockade.policy.aws.AwsAnswer;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.reflect.MethodByName;
import java.net.URI;
import java.util.Map;

/** What AWS answered to AWS SDK for Java 1.11 and 1.12, once for each attempt. */
final class SdkV1Answers implements HookHandler {
  /** The only one there is; below it are Apache's classes. */
  private static final String TRANSPORT = "com.amazonaws.http.AmazonHttpClient";

  private final MethodByName request = new MethodByName("getRequest");
  private final MethodByName response = new MethodByName("getResponse");
  private final MethodByName exception = new MethodByName("getException");
  private final MethodByName httpResponse = new MethodByName("getHttpResponse");
  private final MethodByName headers = new MethodByName("getHeaders");
  private final MethodByName statusCode = new MethodByName("getStatusCode");
  private final MethodByName errorCode = new MethodByName("getErrorCode");
  private final MethodByName requestId = new MethodByName("getRequestId");
  private final MethodByName httpHeaders = new MethodByName("getHttpHeaders");
  private final MethodByName endpoint = new MethodByName("getEndpoint");
  private final MethodByName method = new MethodByName("getHttpMethod");
  private final AwsEnforcement watch;

  SdkV1Answers(AwsEnforcement watch) {
    this.watch = watch;
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) throws Exception {
    Object sent = request.on(loads[0]);
    Object answer = response.on(loads[0]);
    Object error = exception.on(loads[0]);
    // An exception of the service has a code; any other one means that there was no answer.
    if (sent != null && (answer != null || errorCode.isOn(error))) {
      answered(sent, answer, error);
    }
    return value;
  }

  private void answered(Object sent, Object answer, Object error) throws Exception {
    Map<?, ?> head = (Map<?, ?>) headers.on(sent);
    String authorization = (String) head.get("Authorization");
    long signed = AwsEnforcement.keyOfSignature(authorization);
    SentRequest known = watch.find(signed);
    if (known == null) {
      known =
          watch.find(
              AwsEnforcement.keyOfAttempt(
                  (String) head.get("amz-sdk-invocation-id"),
                  (String) head.get("amz-sdk-request")));
    }
    if (known != null) {
      Object http = answer == null ? null : httpResponse.on(answer);
      if (http != null) {
        watch.answered(known, succeeded(known, http));
      } else if (answer == null) {
        watch.answered(known, failed(error));
      }
    } else if (signed != 0) {
      String host = ((URI) endpoint.on(sent)).getHost();
      watch.unseen(authorization, String.valueOf(method.on(sent)), host, TRANSPORT);
    }
  }

  private AwsAnswer succeeded(SentRequest known, Object http) throws Exception {
    int status = (Integer) statusCode.on(http);
    AwsAnswer answer = AwsAnswer.of(status);
    return watch.wantsDetails(known, status)
        ? detailed(answer, (Map<?, ?>) headers.on(http), null)
        : answer;
  }

  private AwsAnswer failed(Object error) throws Exception {
    Map<?, ?> head = httpHeaders.isOn(error) ? (Map<?, ?>) httpHeaders.on(error) : null;
    String id = (String) requestId.on(error);
    return detailed(AwsAnswer.of((Integer) statusCode.on(error)), head, id)
        .code((String) errorCode.on(error));
  }

  /**
   * @param head looks names up in any case; null for an older SDK's exception
   * @param fromBody the id that stands in the body; null for none
   */
  private static AwsAnswer detailed(AwsAnswer answer, Map<?, ?> head, String fromBody) {
    if (head == null) {
      return answer.ids(fromBody, null);
    }
    String id = (String) head.get("x-amzn-RequestId");
    id = id == null ? (String) head.get("x-amz-request-id") : id;
    return answer
        .ids(id == null ? fromBody : id, (String) head.get("x-amz-id-2"))
        .date((String) head.get("Date"), System.currentTimeMillis());
  }
}
