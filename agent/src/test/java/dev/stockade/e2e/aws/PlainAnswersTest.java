package dev.stockade.e2e.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.http.ClientProgram;
import dev.stockade.e2e.kit.AwsAnswer;
import dev.stockade.e2e.kit.AwsRequest;
import dev.stockade.e2e.kit.AwsServer;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Library;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Records;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What AWS answered to programs that sign by hand and have no SDK, in records with AWS's ids. */
@Tag("matrix")
class PlainAnswersTest {
  private static final Library NONE = Library.of("org.slf4j:slf4j-nop:1.7.36");

  private static final String[] CALLS = {
    "GET https aws /1 signed",
    "GET https aws /refused signed",
    "GET https aws /token",
    "GET https aws /2 signed",
    "GET https aws /unsigned unsigned",
    "GET https aws /3 signed"
  };

  /** The JDK's own on each JDK, of the others each on one. */
  static Stream<Arguments> clients() {
    List<Arguments> all = new ArrayList<>();
    for (Jdk jdk : Jdk.matrix()) {
      all.add(Arguments.of("UrlCalls", "", NONE, "HTTP/1.1", jdk));
    }
    for (Jdk jdk : Jdk.from(11)) {
      all.add(Arguments.of("HttpClientCalls", "", NONE, "HTTP/1.1", jdk));
      all.add(Arguments.of("HttpClientCalls", "", NONE, "HTTP/2", jdk));
    }
    add(all, ClientProgram.OKHTTP, "3.6.0", "HTTP/1.1", 8);
    add(all, ClientProgram.OKHTTP, "4.12.0", "HTTP/2", 8);
    add(all, ClientProgram.OKHTTP5, "5.5.1", "HTTP/2", 8);
    add(all, ClientProgram.APACHE4, "4.5.14", "HTTP/1.1", 8);
    add(all, ClientProgram.APACHE4_LEGACY, "4.2.6", "HTTP/1.1", 8);
    add(all, ClientProgram.APACHE5, "5.0.4", "HTTP/1.1", 8);
    add(all, ClientProgram.APACHE5, "5.6", "HTTP/1.1", 8);
    add(all, ClientProgram.APACHE5_ASYNC, "5.6", "HTTP/1.1", 8);
    add(all, ClientProgram.APACHE5_ASYNC, "5.6", "HTTP/2", 8);
    add(all, ClientProgram.JETTY, "10.0.24", "HTTP/1.1", 11);
    add(all, ClientProgram.JETTY12, "12.1.5", "HTTP/2", 17);
    return all.stream();
  }

  private static void add(
      List<Arguments> all, ClientProgram program, String version, String protocol, int oldest) {
    List<Jdk> jdks = Jdk.from(oldest);
    Jdk jdk = jdks.get(all.size() % jdks.size());
    all.add(Arguments.of(program.program, version, program.library(version), protocol, jdk));
  }

  @ParameterizedTest(name = "{0} {1} {3} {4}")
  @MethodSource("clients")
  void eachAnswerToASignedRequestIsRecordedWithItsIds(
      String program, String version, Library library, String protocol, Jdk jdk) throws Exception {
    List<String> ids = Collections.synchronizedList(new ArrayList<>());
    try (AwsServer server = new AwsServer(request -> answer(request, ids))) {
      Outcome outcome =
          server
              .reach(ChildJvm.on(jdk).library(library))
              .with("-Dapp.http2=" + protocol.equals("HTTP/2"))
              .agent(Launch.JAVAAGENT, "aws.request-ids=true")
              .start(program, calls(program, protocol))
              .outcome()
              .assertHostLived();

      assertThat(server.requests()).describedAs("%s", outcome).hasSameSizeAs(CALLS);
      assertThat(server.requests()).extracting(AwsRequest::protocol).containsOnly(protocol);
      List<JsonObject> records = outcome.records("aws.answer");
      assertThat(records)
          .describedAs("%s", outcome)
          .extracting(record -> Records.text(record, "aws.requestId"))
          .containsExactlyElementsOf(ids);
      assertThat(records)
          .extracting(PlainAnswersTest::line)
          .containsExactly(
              "200 E/1= accepted null",
              "403 E/2= refused-signature InvalidSignatureException",
              "200 E/3= accepted null",
              "200 E/4= accepted null");
      assertThat(outcome.records("aws.unseen")).isEmpty();
      assertThat(outcome.toString()).doesNotContain("AWS4-HMAC");
    }
  }

  /** With TLS, Apache's asynchronous client takes HTTP/2 wherever it is offered. */
  private static String[] calls(String program, String protocol) {
    boolean isClear = program.equals("Apache5AsyncCalls") && protocol.equals("HTTP/1.1");
    return Stream.of(CALLS)
        .map(call -> isClear ? call.replace("https", "http") : call)
        .toArray(String[]::new);
  }

  private static AwsAnswer answer(AwsRequest request, List<String> ids) {
    if (!request.signed()) {
      return AwsAnswer.to(request).with("x-amzn-RequestId", "of-nobody");
    }
    String id = "ID" + (ids.size() + 1);
    ids.add(id);
    AwsAnswer answer =
        request.target().equals("/refused")
            ? AwsAnswer.refusing(request, 403, "InvalidSignatureException")
                .with("x-amzn-ErrorType", "InvalidSignatureException:http://coral/")
            : AwsAnswer.to(request);
    return answer.with("x-amzn-RequestId", id).with("x-amz-id-2", "E/" + ids.size() + "=");
  }

  private static String line(JsonObject record) {
    return Stream.of("http.status", "aws.extendedRequestId", "aws.answer", "aws.errorCode")
        .map(field -> Records.text(record, field))
        .reduce((all, next) -> all + " " + next)
        .orElseThrow();
  }
}
