package dev.stockade.e2e.http;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Records;
import dev.stockade.e2e.kit.WebServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** HTTP client libraries over HTTP/1.1: every version on one JDK, the newest one on all. */
@Tag("matrix")
class HttpClientsTest {
  /** Good and bad ones by turns, so that a connection which was refused a request is used again. */
  private static final String[] CALLS = {
    "GET http local /hello",
    "GET https aws /1",
    "POST https aws /2",
    "GET https aws /redirect",
    "GET https aws /drop",
    "GET https aws /3",
    "POST https aws /refused-1 unsigned",
    "GET https aws /4",
    "GET http aws /refused-2",
    "POST http aws /refused-3",
    "POST https aws /refused-4 unsigned",
    "GET https aws /5",
    "GET https aws /6",
    "POST http local /hello",
  };

  static List<ClientProgram> programs() {
    return ClientProgram.thatFollowRedirects();
  }

  static List<Arguments> cells() {
    List<Arguments> cells = new ArrayList<>();
    for (ClientProgram program : programs()) {
      for (Jdk jdk : Jdk.matrix()) {
        if (jdk.feature() == 17) {
          program.versions().forEach(version -> cells.add(Arguments.of(program, version, jdk)));
        } else {
          cells.add(Arguments.of(program, program.newest(), jdk));
        }
      }
    }
    return cells;
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("cells")
  void eachRequestIsSeenOnceAndOnlyWhatOffendsIsRefused(
      ClientProgram program, String version, Jdk jdk) throws Exception {
    jdk.java();
    try (WebServer plainServer = new WebServer();
        WebServer auditServer = new WebServer();
        WebServer enforceServer = new WebServer()) {
      ChildJvm plain = start(program, version, jdk, plainServer, null, Launch.JAVAAGENT);
      ChildJvm audit = start(program, version, jdk, auditServer, "audit", Launch.JAVAAGENT);
      ChildJvm enforce = start(program, version, jdk, enforceServer, "enforce", Launch.JAVAAGENT);

      Outcome untouched = plain.outcome();
      assertNothingChanged(untouched, audit.outcome().assertHostLived());
      assertThat(auditServer.requests()).isEqualTo(plainServer.requests());
      assertThat(plainServer.connections())
          .describedAs("some of the connections are used again")
          .isLessThan(plainServer.requests().size());
      assertRecorded(program, auditServer, audit.outcome());
      assertRefused(enforce.outcome().assertHostLived(), enforceServer.requests());
      assertThat(enforceServer.requests())
          .isEqualTo(plainServer.requests().stream().filter(r -> !r.contains("/refused")).toList());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void anAgentThatComesAfterTheFirstCallSeesTheOthers(ClientProgram program) throws Exception {
    try (WebServer server = new WebServer()) {
      Outcome outcome =
          start(program, program.newest(), Jdk.running(), server, "enforce", Launch.DYNAMIC)
              .outcome()
              .assertHostLived();

      assertRefused(outcome, server.requests());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void aRelocatedCopyIsTreatedTheSame(ClientProgram program) throws Exception {
    try (WebServer server = new WebServer()) {
      Outcome outcome =
          server
              .reach(ChildJvm.on(Jdk.running()))
              .agent(Launch.JAVAAGENT, "mode=enforce")
              .launch(
                  List.of(
                      "-cp",
                      RelocatedLibrary.classPath(program),
                      "dev.stockade.apps." + program.program),
                  CALLS)
              .outcome()
              .assertHostLived();

      assertRefused(outcome, server.requests());
    }
  }

  /** The thread that hands over a request and the one that writes it race at each of them. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "APACHE4_ASYNC, 4.0.2",
    "APACHE4_ASYNC, 4.1",
    "APACHE4_ASYNC, 4.1.5",
    "APACHE5_ASYNC, 5.0.4",
    "APACHE5_ASYNC, 5.6",
  })
  void aRefusalOnAPooledConnectionIsNeverALostConnection(ClientProgram program, String version)
      throws Exception {
    String[] calls = new String[200];
    for (int i = 0; i < calls.length; i += 2) {
      calls[i] = "GET https aws /" + i;
      calls[i + 1] = "POST https aws /refused-" + i + " unsigned";
    }
    try (WebServer server = new WebServer()) {
      ChildJvm child =
          ChildJvm.on(Jdk.running())
              .library(program.library(version))
              .agent(Launch.JAVAAGENT, "mode=enforce");
      Outcome outcome =
          server.reach(child).start(program.program, calls).outcome().assertHostLived();

      for (String call : calls) {
        assertThat(outcome.lineFor(call))
            .contains(isRefused(call) ? "stockade: blocked AWS request" : " ok 200 ");
      }
    }
  }

  private static ChildJvm start(
      ClientProgram program, String version, Jdk jdk, WebServer server, String mode, Launch launch)
      throws Exception {
    ChildJvm child = ChildJvm.on(jdk).library(program.library(version));
    server.reach(child);
    if (mode != null) {
      child.agent(launch, "mode=" + mode);
    }
    return child.start(program.program, CALLS);
  }

  private static void assertNothingChanged(Outcome plain, Outcome audit) {
    assertThat(lines(audit)).describedAs("audit %s", audit).isEqualTo(lines(plain));
    assertThat(plain.exitCode()).isZero();
    assertThat(plain.out())
        .describedAs("%s", plain)
        .filteredOn(line -> line.contains(" ok 200 "))
        .hasSize(CALLS.length - 1);
  }

  /** Ports and identities are other ones in each run; how long a call took may be, too. */
  private static List<String> lines(Outcome outcome) {
    return outcome.out().stream()
        .filter(line -> !line.startsWith("slow "))
        .map(line -> line.replaceAll(":\\d{4,5}|@[0-9a-f]+", " x"))
        .toList();
  }

  private static void assertRecorded(ClientProgram program, WebServer server, Outcome audit) {
    List<String> recorded = new ArrayList<>();
    for (JsonObject record : audit.records("aws.request")) {
      assertThat(text(record, "http.client")).isEqualTo(program.client);
      recorded.addAll(
          Collections.nCopies(
              Records.count(record),
              text(record, "http.method") + " " + text(record, "http.host")));
    }
    assertThat(recorded)
        .containsExactlyInAnyOrderElementsOf(
            server.requests().stream()
                .filter(request -> request.contains("amazonaws.com"))
                .map(request -> request.substring(0, request.lastIndexOf(' ')))
                .toList());
  }

  private static void assertRefused(Outcome enforce, List<String> requests) {
    int refused = 0;
    for (String call : CALLS) {
      String line = enforce.lineFor(call);
      if (isRefused(call)) {
        refused++;
        assertThat(line)
            .contains(" failed ")
            .contains("javax.net.ssl.SSLPeerUnverifiedException: stockade: blocked AWS request");
        assertThat(enforce.out()).doesNotContain("slow " + call);
      } else if (!call.contains("/drop")) {
        assertThat(line).contains(" ok 200 ");
      }
    }
    assertThat(enforce.records("aws.blocked").stream().mapToInt(Records::count).sum())
        .describedAs("one attempt for each refused call: %s", enforce)
        .isEqualTo(refused);
    assertThat(requests)
        .describedAs("whole requests, and none that was refused")
        .allMatch(request -> request.matches("(GET|POST) \\S+ /\\w+"));
  }

  private static boolean isRefused(String call) {
    return call.contains("/refused");
  }
}
