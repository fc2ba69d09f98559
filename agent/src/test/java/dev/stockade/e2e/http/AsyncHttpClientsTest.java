package dev.stockade.e2e.http;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.AwsRequest;
import dev.stockade.e2e.kit.AwsServer;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * HTTP clients of event loops and others that follow no redirects here: every version on one JDK,
 * 17 where it runs there, over HTTP/1.1 and HTTP/2, the newest one over HTTP/1.1 on all. An
 * exception at the wrong place makes these clients wait for ever.
 */
@Tag("matrix")
class AsyncHttpClientsTest {
  /** Good and bad ones by turns, so that a connection which was refused a request is used again. */
  private static final String[] CALLS = {
    "GET http local /hello",
    "GET https aws /1",
    "POST https aws /2",
    "GET https aws /3",
    "POST https aws /refused-1 unsigned",
    "GET https aws /4",
    "GET http aws /refused-2",
    "POST http aws /refused-3",
    "GET https aws /refused-4 unsigned",
    "GET https aws /5",
    "GET https aws /6",
    "POST http local /hello",
  };

  static List<ClientProgram> programs() {
    return ClientProgram.thatFollowNoRedirects();
  }

  static List<Arguments> cells() {
    List<Arguments> cells = new ArrayList<>();
    for (ClientProgram program : programs()) {
      Jdk main = Jdk.of(Math.max(17, program.oldestJdk()));
      for (Jdk jdk : Jdk.matrix()) {
        if (jdk.feature() != 17) {
          if (program.newestRunsOn(jdk) && jdk.feature() != main.feature()) {
            cells.add(Arguments.of(program, program.newest(), "HTTP/1.1", jdk));
          }
          continue;
        }
        for (String version : program.versions()) {
          cells.add(Arguments.of(program, version, "HTTP/1.1", main));
          if (program.http2Versions().contains(version)) {
            cells.add(Arguments.of(program, version, "HTTP/2", main));
          }
        }
      }
    }
    return cells;
  }

  @ParameterizedTest(name = "{0} {1} {2} {3}")
  @MethodSource("cells")
  void eachRequestIsSeenOnceAndOnlyWhatOffendsIsRefused(
      ClientProgram program, String version, String protocol, Jdk jdk) throws Exception {
    jdk.java();
    try (AwsServer plainServer = new AwsServer();
        AwsServer auditServer = new AwsServer();
        AwsServer enforceServer = new AwsServer()) {
      ChildJvm plain = start(child(program, version, protocol, jdk, plainServer), program);
      ChildJvm audit =
          start(
              child(program, version, protocol, jdk, auditServer)
                  .agent(Launch.JAVAAGENT, "mode=audit"),
              program);
      ChildJvm enforce =
          start(
              child(program, version, protocol, jdk, enforceServer)
                  .agent(Launch.JAVAAGENT, "mode=enforce"),
              program);

      Outcome untouched = plain.outcome();
      assertThat(untouched.out())
          .describedAs("%s", untouched)
          .filteredOn(line -> line.contains(" ok 200 "))
          .hasSameSizeAs(CALLS);
      Outcome audited = audit.outcome().assertHostLived();
      assertThat(calls(audited)).isEqualTo(calls(untouched));
      assertThat(lines(auditServer)).isEqualTo(lines(plainServer));
      assertRecorded(program, auditServer, audited);
      assertRefused(enforce.outcome().assertHostLived());
      assertThat(lines(enforceServer))
          .isEqualTo(
              lines(plainServer).stream().filter(line -> !line.contains("/refused")).toList());
      if (program.http2Versions().contains(version)) {
        assertThat(auditServer.requests()).allMatch(seen -> seen.protocol().equals(protocol));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void anAgentThatComesAfterTheFirstCallSeesTheOthers(ClientProgram program) throws Exception {
    Jdk jdk = program.newestRunsOn(Jdk.running()) ? Jdk.running() : Jdk.of(program.oldestJdk());
    jdk.java();
    try (AwsServer server = new AwsServer()) {
      ChildJvm child =
          child(program, program.newest(), "HTTP/1.1", jdk, server)
              .agent(Launch.DYNAMIC, "mode=enforce");

      assertRefused(start(child, program).outcome().assertHostLived());
    }
  }

  @Test
  void aClientWithTlsOfItsOwnIsNamedOnce() throws Exception {
    try (AwsServer server = new AwsServer()) {
      ClientProgram program = ClientProgram.KTOR;
      ChildJvm child = child(program, program.newest(), "HTTP/1.1", Jdk.running(), server);
      Outcome outcome =
          start(child.agent(Launch.JAVAAGENT, "mode=audit"), program).outcome().assertHostLived();

      assertThat(outcome.records("lifecycle"))
          .filteredOn(record -> text(record, "reason").contains("TLS of Ktor's CIO engine"))
          .hasSize(1);
    }
  }

  @ParameterizedTest(name = "Reactor Netty {0}")
  @ValueSource(strings = {"1.0.48", "1.3.0"})
  void whatAServerAnswersIsNoRequest(String version) throws Exception {
    Outcome outcome =
        ChildJvm.on(Jdk.running())
            .library(ClientProgram.REACTOR_NETTY.library(version))
            .agent(Launch.JAVAAGENT, "mode=enforce")
            .start("ReactorNettyServer", "HTTP11", "H2C")
            .outcome()
            .assertHostLived();

    assertThat(outcome.out()).containsExactly("HTTP11 ok hello", "H2C ok hello");
    assertThat(outcome.records("aws.request")).isEmpty();
    assertThat(outcome.records("aws.blocked")).isEmpty();
  }

  private static ChildJvm child(
      ClientProgram program, String version, String protocol, Jdk jdk, AwsServer server)
      throws Exception {
    ChildJvm child = ChildJvm.on(jdk).library(program.library(version)).with(program.jvmOptions());
    return server.reach(child).with("-Dapp.http2=" + protocol.equals("HTTP/2"));
  }

  private static ChildJvm start(ChildJvm child, ClientProgram program) throws Exception {
    return child.start(program.program, CALLS);
  }

  /** How long a call took may be another one in each run. */
  private static List<String> calls(Outcome outcome) {
    return outcome.out().stream().filter(line -> !line.startsWith("slow ")).toList();
  }

  /** Pekko and Akka take leave of a peer over HTTP/2 before they greeted it: that is no request. */
  private static List<String> lines(AwsServer server) {
    return server.requests().stream()
        .filter(request -> !request.target().equals("/bad-request"))
        .map(AsyncHttpClientsTest::line)
        .toList();
  }

  private static String line(AwsRequest request) {
    return request.method()
        + (request.tls() ? " https " : " http ")
        + request.hostName()
        + " "
        + request.target()
        + " +"
        + request.body().length();
  }

  private static void assertRecorded(ClientProgram program, AwsServer server, Outcome audit) {
    List<String> recorded = new ArrayList<>();
    List<String> rules = new ArrayList<>();
    for (JsonObject record : audit.records("aws.request")) {
      assertThat(text(record, "http.client")).isEqualTo(program.client);
      String request = text(record, "http.method") + " " + text(record, "http.host");
      recorded.addAll(Collections.nCopies(count(record), request));
      if (record.has("rules")) {
        String rule = record.getAsJsonArray("rules").toString();
        rules.addAll(Collections.nCopies(count(record), rule));
      }
    }
    assertThat(recorded)
        .containsExactlyInAnyOrderElementsOf(
            server.requests().stream()
                .filter(request -> request.hostName().endsWith(".amazonaws.com"))
                .map(request -> request.method() + " " + request.hostName())
                .toList());
    assertThat(rules)
        .describedAs("what goes over TLS and what does not")
        .containsExactlyInAnyOrder(
            "[\"aws.unsigned\"]",
            "[\"aws.unsigned\"]",
            "[\"aws.cleartext\"]",
            "[\"aws.cleartext\"]");
  }

  private static int count(JsonObject record) {
    return record.has("count") ? record.get("count").getAsInt() : 1;
  }

  private static void assertRefused(Outcome enforce) {
    int refused = 0;
    for (String call : CALLS) {
      String line = enforce.lineFor(call);
      if (call.contains("/refused")) {
        refused++;
        assertThat(line)
            .describedAs("%s", enforce)
            .contains(" failed ")
            .contains("javax.net.ssl.SSLPeerUnverifiedException: stockade: blocked AWS request");
        assertThat(enforce.out()).doesNotContain("slow " + call);
      } else {
        assertThat(line).describedAs("%s", enforce).contains(" ok 200 ");
      }
    }
    assertThat(enforce.records("aws.blocked").stream().mapToInt(AsyncHttpClientsTest::count).sum())
        .describedAs("one attempt for each refused call: %s", enforce)
        .isEqualTo(refused);
  }
}
