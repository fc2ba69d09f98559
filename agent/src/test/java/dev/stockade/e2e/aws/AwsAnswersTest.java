package dev.stockade.e2e.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.AwsAnswer;
import dev.stockade.e2e.kit.AwsRequest;
import dev.stockade.e2e.kit.AwsServer;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Records;
import dev.stockade.e2e.kit.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What AWS answered, as the SDKs have it: in records with AWS's own ids, and against our verdict.
 */
@Tag("matrix")
class AwsAnswersTest {
  private static final AwsSdk NEWEST = new AwsSdk("2.57.8", "url-connection");

  /** Of each SDK and each way of its HTTP clients one. */
  static Stream<Arguments> sdks() {
    List<Jdk> ends = Jdk.ends();
    List<AwsSdk> sdks =
        List.of(
            new AwsSdk("1.12.797", "apache4"),
            new AwsSdk("2.20.160", "url-connection"),
            new AwsSdk("2.57.8", "apache5"),
            new AwsSdk("2.57.8", "netty"),
            new AwsSdk("2.57.8", "crt"));
    List<Arguments> all = new ArrayList<>();
    for (int i = 0; i < sdks.size(); i++) {
      all.add(Arguments.of(sdks.get(i), ends.get(i % ends.size())));
    }
    return all.stream();
  }

  static List<Jdk> jdks() {
    return Jdk.ends();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("sdks")
  void eachAnswerIsRecordedWithItsIdAndARefusalWithItsReason(AwsSdk sdk, Jdk jdk) throws Exception {
    List<String> ids = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger number = new AtomicInteger();
    try (AwsServer server =
        new AwsServer(
            request -> {
              String id = "ID" + number.incrementAndGet();
              ids.add(id);
              return answer(request)
                  .with("x-amz-request-id", id)
                  .with("x-amz-id-2", "E/" + id + "=");
            })) {
      ChildJvm child =
          server.reach(ChildJvm.on(jdk)).agent(Launch.JAVAAGENT, "aws.request-ids=true");
      Outcome outcome =
          sdk.start(
                  child,
                  List.of(
                      "s3-put",
                      "s3-get@wrong-secret",
                      "s3-head",
                      "s3-list",
                      "sts-identity",
                      "dynamodb-get"))
              .outcome()
              .assertHostLived();

      List<JsonObject> records = outcome.records("aws.answer");
      assertThat(records)
          .describedAs("%s", outcome)
          .extracting(record -> Records.text(record, "aws.requestId"))
          .containsExactlyElementsOf(ids);
      assertThat(records)
          .allMatch(
              record ->
                  Records.text(record, "aws.extendedRequestId")
                      .equals("E/" + Records.text(record, "aws.requestId") + "="));
      assertThat(records)
          .extracting(AwsAnswersTest::line)
          .contains("PutObject 200 accepted null")
          .contains("GetObject 403 refused-signature SignatureDoesNotMatch")
          .contains("HeadBucket 403 refused null")
          .contains("ListObjectsV2 403 refused-clock RequestTimeTooSkewed")
          .contains("GetItem 200 accepted null");
      assertThat(reason(records, "GetObject")).contains("secret key", "rotated");
      assertThat(reason(records, "HeadBucket")).contains("HEAD");
      assertThat(reason(records, "ListObjectsV2")).contains("minutes behind");
      assertThat(records)
          .anyMatch(record -> "InvalidClientTokenId".equals(Records.text(record, "aws.errorCode")));
      assertThat(outcome.records("aws.unseen")).isEmpty();
      assertThat(outcome.toString()).doesNotContain("the-secret", "AWS4-HMAC");
    }
  }

  private static AwsAnswer answer(AwsRequest request) {
    if (request.target().contains("list-type=2")) {
      return AwsAnswer.refusing(request, 403, "RequestTimeTooSkewed")
          .with("Date", date(Instant.now().plusSeconds(1_210)));
    }
    if (request.method().equals("HEAD") || request.method().equals("GET")) {
      return AwsAnswer.refusing(request, 403, "SignatureDoesNotMatch");
    }
    return request.hostName().startsWith("sts.")
        ? AwsAnswer.refusing(request, 403, "InvalidClientTokenId")
        : AwsAnswer.to(request);
  }

  /** The SDK learns AWS's time from the refusal, and then rightly differs from this machine's. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aRefusalForTheClockOfThisMachineIsExplainedAsThat(Jdk jdk) throws Exception {
    Sandbox.installed("faketime", "faketime");
    try (AwsServer server = new AwsServer(AwsAnswersTest::judgeOfTime)) {
      ChildJvm child =
          server
              .reach(ChildJvm.on(jdk))
              .environment("LD_PRELOAD", "/usr/$LIB/faketime/libfaketimeMT.so.1")
              .environment("FAKETIME", "+20m")
              .agent(Launch.JAVAAGENT, "");
      Outcome outcome = NEWEST.start(child, List.of("s3-get")).outcome().assertHostLived();

      assertThat(outcome.lineFor("s3-get")).isEqualTo("s3-get ok");
      List<JsonObject> answers = outcome.records("aws.answer");
      assertThat(answers)
          .describedAs("%s", outcome)
          .extracting(AwsAnswersTest::line)
          .containsExactly("GetObject 403 refused-clock RequestTimeTooSkewed");
      assertThat(Records.text(answers.get(0), "aws.signature")).isEqualTo("valid");
      assertThat(Records.text(answers.get(0), "reason")).contains("minutes ahead");
      assertThat(outcome.records("aws.request"))
          .extracting(record -> Records.text(record, "aws.signature"))
          .containsExactly("valid", "skewed");
    }
  }

  /** As S3 does, but for a smaller difference. */
  private static AwsAnswer judgeOfTime(AwsRequest request) {
    Instant signed =
        Instant.from(
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssX").parse(request.header("X-Amz-Date")));
    AwsAnswer answer =
        Math.abs(Duration.between(signed, Instant.now()).toMinutes()) > 5
            ? AwsAnswer.refusing(request, 403, "RequestTimeTooSkewed")
            : AwsAnswer.to(request);
    return answer.with("Date", date(Instant.now()));
  }

  private static String date(Instant time) {
    return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
        .withZone(ZoneOffset.UTC)
        .format(time);
  }

  private static String line(JsonObject record) {
    return Records.text(record, "aws.operation")
        + " "
        + Records.text(record, "http.status")
        + " "
        + Records.text(record, "aws.answer")
        + " "
        + Records.text(record, "aws.errorCode");
  }

  private static String reason(List<JsonObject> records, String operation) {
    return records.stream()
        .filter(record -> operation.equals(Records.text(record, "aws.operation")))
        .map(record -> Records.text(record, "reason"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aClientThatNobodyWatchesIsFound() throws Exception {
    try (AwsServer server = new AwsServer()) {
      ChildJvm child = server.reach(ChildJvm.on(Jdk.running())).agent(Launch.JAVAAGENT, "");
      Outcome outcome =
          new AwsSdk("2.57.8", "own")
              .start(child, List.of("dynamodb-put", "dynamodb-get", "dynamodb-get@unsigned"))
              .outcome()
              .assertHostLived();

      assertThat(outcome.records("aws.unseen")).describedAs("%s", outcome).hasSize(1);
      JsonObject record = outcome.records("aws.unseen").get(0);
      assertThat(Records.text(record, "aws.service")).isEqualTo("dynamodb");
      assertThat(Records.text(record, "http.client")).contains("SdkV2");
      assertThat(outcome.records("aws.answer")).isEmpty();
    }
  }

  /** It signs in native code, and asks for the size of an object first; Java has the answer. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void theNativeS3ClientShowsStatusAndId(Jdk jdk) throws Exception {
    try (AwsServer server = new AwsServer(AwsAnswersTest::answerWithId)) {
      Outcome outcome =
          server
              .reach(ChildJvm.on(jdk).library(new AwsSdk("2.57.8", "crt").library()))
              .agent(Launch.JAVAAGENT, "aws.request-ids=true")
              .start("SdkV2S3Crt", "s3-put", "s3-get")
              .outcome()
              .assertHostLived();

      assertThat(outcome.records("aws.request"))
          .describedAs("%s", outcome)
          .extracting(record -> Records.text(record, "aws.signature"))
          .containsOnly("unverifiable");
      assertThat(outcome.records("aws.answer"))
          .describedAs("%s", outcome)
          .extracting(
              record ->
                  Records.text(record, "aws.operation")
                      + Records.text(record, "http.status")
                      + Records.text(record, "aws.requestId"))
          .containsExactly("PutObject200ID-PUT", "GetObject403ID-HEAD");
      assertThat(outcome.records("aws.unseen")).isEmpty();
    }
  }

  private static AwsAnswer answerWithId(AwsRequest request) {
    AwsAnswer answer =
        request.method().equals("PUT")
            ? AwsAnswer.to(request)
            : AwsAnswer.refusing(request, 403, "SignatureDoesNotMatch");
    return answer.with("x-amz-request-id", "ID-" + request.method());
  }

  /** A judge that is not ours says what it thinks of a wrong secret, and of a changed request. */
  @Tag("servers")
  @Test
  void aWrongSecretIsToldFromAChangedRequest() throws Exception {
    try (S3ProxyServer server = new S3ProxyServer()) {
      Outcome outcome =
          server
              .reach(ChildJvm.on(Jdk.running()).library(NEWEST.library()))
              .agent(Launch.JAVAAGENT, "")
              .start("S3JudgeCalls", "v2", "s3-get", "s3-get@wrong-secret", "s3-get@path")
              .outcome()
              .assertHostLived();

      assertThat(outcome.out())
          .containsExactly("s3-get 200", "s3-get@wrong-secret 403", "s3-get@path 403");
      List<JsonObject> records = outcome.records("aws.answer");
      assertThat(records)
          .describedAs("%s", outcome)
          .extracting(record -> Records.text(record, "aws.errorCode"))
          .containsExactly("SignatureDoesNotMatch", "SignatureDoesNotMatch");
      assertThat(records)
          .extracting(record -> Records.text(record, "aws.signature"))
          .containsExactly("valid", "mismatch");
      assertThat(Records.text(records.get(0), "reason")).contains("secret key");
      assertThat(Records.text(records.get(1), "reason")).contains("changed after signing");
      JsonObject counts = outcome.records().get(outcome.records().size() - 1);
      assertThat(counts.getAsJsonObject("counts").toString())
          .contains("\"answers.valid.accepted\":1", "\"answers.valid.refused-signature\":1")
          .contains("\"answers.mismatch.refused-signature\":1", "\"answers.disagreed\":0");
    }
  }
}
