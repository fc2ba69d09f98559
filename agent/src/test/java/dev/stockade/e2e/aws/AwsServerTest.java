package dev.stockade.e2e.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.AwsRequest;
import dev.stockade.e2e.kit.AwsServer;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the programs of test-apps send to AWS, without an agent: one request for each call. */
class AwsServerTest {
  private static final List<String> GOOD =
      List.of(
          "s3-get",
          "s3-put",
          "s3-list",
          "s3-head",
          "s3-get-slashes",
          "s3-put-unicode@static",
          "dynamodb-put",
          "dynamodb-get",
          "dynamodb-list",
          "sts-identity",
          "sts-role");
  private static final List<String> ODD =
      List.of(
          "sts-web-identity@unsigned",
          "s3-get@unsigned",
          "dynamodb-put@unsigned",
          "s3-put@path",
          "s3-get@query",
          "s3-get@header",
          "dynamodb-put@payload-hash",
          "dynamodb-put@trace",
          "dynamodb-get@signature",
          "dynamodb-get@wrong-secret");
  private static final List<String> CLEAR = List.of("s3-get@clear", "dynamodb-put@clear");
  private static final List<String> PRESIGNED =
      List.of("presigned-get", "presigned-put", "presigned-get@query");

  static List<AwsSdk> sdks() {
    return AwsSdk.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sdks")
  void theSdkSendsEachCallOnce(AwsSdk sdk) throws Exception {
    List<String> calls = new ArrayList<>(GOOD);
    calls.addAll(ODD);
    calls.addAll(PRESIGNED);
    if (sdk.sendsInClear()) {
      calls.addAll(CLEAR);
    }
    if (sdk.hasKinesis()) {
      calls.add("kinesis-put");
    }
    try (AwsServer server = new AwsServer()) {
      ChildJvm child = server.reach(ChildJvm.on(Jdk.running()));
      Outcome outcome = sdk.start(child, calls).outcome();

      assertThat(outcome.out())
          .describedAs("%s", outcome)
          .containsExactlyElementsOf(calls.stream().map(call -> call + " ok").toList());
      List<AwsRequest> requests = server.requests();
      assertThat(requests).hasSameSizeAs(calls);
      for (int i = 0; i < calls.size(); i++) {
        assertIsWhatTheCallSays(sdk, calls.get(i), requests.get(i));
      }
    }
  }

  private static void assertIsWhatTheCallSays(AwsSdk sdk, String call, AwsRequest request) {
    boolean presigned = call.startsWith("presigned-");
    String service = presigned ? "s3" : call.substring(0, call.indexOf('-'));
    assertThat(request.hostName())
        .describedAs(call)
        .isIn(
            service + ".eu-west-1.amazonaws.com", "orders." + service + ".eu-west-1.amazonaws.com");
    assertThat(request.tls()).describedAs(call).isEqualTo(!call.endsWith("@clear"));
    assertThat(request.signed()).describedAs(call).isEqualTo(!call.endsWith("@unsigned"));
    assertThat(request.protocol())
        .describedAs(call)
        .isEqualTo(sdk.isHttp2() && !presigned ? "HTTP/2" : "HTTP/1.1");
    if (call.contains("@")) {
      assertIsOdd(call.substring(call.indexOf('@') + 1), request);
    }
  }

  private static void assertIsOdd(String oddity, AwsRequest request) {
    switch (oddity) {
      case "path" -> assertThat(request.target()).endsWith("/keyx");
      case "query" -> assertThat(request.target()).contains("tampered=1");
      case "header" ->
          assertThat(request.header("amz-sdk-invocation-id"))
              .isEqualTo("00000000-0000-0000-0000-000000000000");
      case "payload-hash" -> assertThat(request.header("x-amz-content-sha256")).startsWith("f3b0");
      case "trace" -> assertThat(request.header("traceparent")).isNotNull();
      case "static" -> assertThat(request.header("x-amz-security-token")).isNull();
      default -> {}
    }
  }

  @Test
  void handWrittenCallsGoWhereTheirNamesSay() throws Exception {
    Map<String, String> hostByCall =
        Map.of(
            "bedrock-bearer", "bedrock-runtime.eu-west-1.amazonaws.com",
            "otlp-bearer", "logs.eu-west-1.amazonaws.com",
            "codecatalyst-bearer", "codecatalyst.global.api.aws",
            "cognito-id", "cognito-identity.eu-west-1.amazonaws.com",
            "web-identity", "sts.eu-west-1.amazonaws.com",
            "s3-anonymous", "orders.s3.eu-west-1.amazonaws.com",
            "s3-clear", "orders.s3.eu-west-1.amazonaws.com",
            "dynamodb-unsigned", "dynamodb.eu-west-1.amazonaws.com",
            "imds", "169.254.169.254",
            "imds-v1", "169.254.169.254");
    List<String> calls = hostByCall.keySet().stream().sorted().toList();
    try (AwsServer server = new AwsServer()) {
      Outcome outcome =
          server
              .reach(ChildJvm.on(Jdk.running()))
              .start("AwsUrlCalls", calls.toArray(String[]::new))
              .outcome();

      assertThat(outcome.out())
          .describedAs("%s", outcome)
          .containsExactlyElementsOf(calls.stream().map(call -> call + " ok").toList());
      assertThat(server.requests().stream().map(AwsRequest::hostName))
          .containsExactlyElementsOf(calls.stream().map(hostByCall::get).toList());
      assertThat(server.requests()).noneMatch(AwsRequest::signed);
      assertThat(calls.stream().filter(call -> call.endsWith("-bearer")).count())
          .isEqualTo(bearers(server.requests()).count());
    }
  }

  private static Stream<AwsRequest> bearers(List<AwsRequest> requests) {
    return requests.stream()
        .filter(request -> String.valueOf(request.header("Authorization")).startsWith("Bearer "));
  }
}
