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
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What AWS answered to programs that sign by hand and have no SDK, in records with AWS's ids. */
@Tag("matrix")
class PlainAnswersTest {
  private static final Library NONE = Library.of("org.slf4j:slf4j-nop:1.7.36");

  private static final String[] NO_OPTIONS = {};

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
      all.add(Arguments.of("UrlCalls", "", NONE, "HTTP/1.1", jdk, NO_OPTIONS));
    }
    for (Jdk jdk : Jdk.from(11)) {
      all.add(Arguments.of("HttpClientCalls", "", NONE, "HTTP/1.1", jdk, NO_OPTIONS));
      all.add(Arguments.of("HttpClientCalls", "", NONE, "HTTP/2", jdk, NO_OPTIONS));
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
    add(all, ClientProgram.APACHE4_ASYNC, "4.1", "HTTP/1.1", 8);
    add(all, ClientProgram.APACHE4_ASYNC, "4.1.5", "HTTP/1.1", 8);
    add(all, ClientProgram.ASYNC_HTTP_CLIENT, "2.0.40", "HTTP/1.1", 8);
    add(all, ClientProgram.REACTOR_NETTY, "1.0.48", "HTTP/1.1", 8);
    add(all, ClientProgram.REACTOR_NETTY, "1.0.48", "HTTP/2", 8);
    add(all, ClientProgram.REACTOR_NETTY, "1.3.0", "HTTP/1.1", 8);
    add(all, ClientProgram.REACTOR_NETTY, "1.3.0", "HTTP/2", 8);
    add(all, ClientProgram.VERTX, "5.2.3", "HTTP/1.1", 11);
    add(all, ClientProgram.VERTX, "5.2.3", "HTTP/2", 11);
    add(all, ClientProgram.NETTY3, "1.9.40", "HTTP/1.1", 8);
    add(all, ClientProgram.GRIZZLY, "2.3.35", "HTTP/1.1", 8);
    add(all, ClientProgram.HELIDON, "4.2.0", "HTTP/1.1", 21);
    add(all, ClientProgram.HELIDON, "4.5.0", "HTTP/2", 21);
    add(all, ClientProgram.UNDERTOW, "2.3.18.Final", "HTTP/1.1", 11);
    add(all, ClientProgram.UNDERTOW, "2.3.18.Final", "HTTP/2", 11);
    add(all, ClientProgram.COMMONS, "3.1", "HTTP/1.1", 8);
    add(all, ClientProgram.JODD, "6.3.0", "HTTP/1.1", 8);
    add(all, ClientProgram.JETTY, "10.0.24", "HTTP/1.1", 11);
    add(all, ClientProgram.JETTY12, "12.1.5", "HTTP/2", 17);
    return all.stream();
  }

  private static void add(
      List<Arguments> all, ClientProgram program, String version, String protocol, int oldest) {
    List<Jdk> jdks = Jdk.from(oldest);
    Jdk jdk = jdks.get(all.size() % jdks.size());
    Library library = program.library(version);
    String[] options = program.jvmOptions();
    all.add(Arguments.of(program.program, version, library, protocol, jdk, options));
  }

  @ParameterizedTest(name = "{0} {1} {3} {4}")
  @MethodSource("clients")
  void eachAnswerToASignedRequestIsRecordedWithItsIds(
      String program,
      String version,
      Library library,
      String protocol,
      Jdk jdk,
      String[] jvmOptions)
      throws Exception {
    List<String> ids = Collections.synchronizedList(new ArrayList<>());
    try (AwsServer server = new AwsServer(request -> answer(request, ids))) {
      Outcome outcome =
          server
              .reach(ChildJvm.on(jdk).library(library))
              .with(jvmOptions)
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

  /** They take a signature along to where it cannot be right: another request with the same one. */
  static Stream<Arguments> clientsThatFollowRedirects() {
    List<Arguments> all = new ArrayList<>();
    for (Jdk jdk : Jdk.ends()) {
      all.add(Arguments.of("UrlCalls", NONE, jdk));
    }
    for (ClientProgram each :
        List.of(ClientProgram.APACHE4, ClientProgram.APACHE5, ClientProgram.OKHTTP)) {
      all.add(Arguments.of(each.program, each.library(each.newest()), Jdk.running()));
    }
    return all.stream();
  }

  @ParameterizedTest(name = "{0} {2}")
  @MethodSource("clientsThatFollowRedirects")
  void anAnswerToASignatureThatARedirectRepeatsIsThatToTheNewRequest(
      String program, Library library, Jdk jdk) throws Exception {
    try (AwsServer server = new AwsServer(PlainAnswersTest::redirected)) {
      Outcome outcome =
          server
              .reach(ChildJvm.on(jdk).library(library))
              .agent(Launch.JAVAAGENT, "aws.request-ids=true")
              .start(program, "GET https aws /old signed")
              .outcome()
              .assertHostLived();

      assertThat(server.requests()).extracting(AwsRequest::target).containsExactly("/old", "/new");
      assertThat(server.requests()).allMatch(AwsRequest::signed);
      assertThat(outcome.records("aws.answer"))
          .describedAs("%s", outcome)
          .extracting(
              record -> Records.text(record, "http.status") + Records.text(record, "aws.requestId"))
          .containsExactly("307/old", "403/new");
    }
  }

  private static AwsAnswer redirected(AwsRequest request) {
    AwsAnswer answer =
        request.target().equals("/old")
            ? new AwsAnswer(307, "text/plain", Map.of("Location", "/new"), "")
            : AwsAnswer.refusing(request, 403, "InvalidSignatureException");
    return answer.with("x-amzn-RequestId", request.target());
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
