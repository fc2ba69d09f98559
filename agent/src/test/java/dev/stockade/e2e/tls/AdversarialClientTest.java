package dev.stockade.e2e.tls;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.kit.Trial;
import dev.stockade.e2e.kit.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Clients that make themselves weak, in every way that applications have, against openssl servers
 * that go along. How strong a connection was is read from the page that openssl answers.
 */
@Tag("matrix")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdversarialClientTest {
  /** A server that answers protocol_version complains of the version, whatever else is weak. */
  private static final String RULE_OF_A_VERSION_ALERT = "tls.min-version";

  /** Of the server that knows nothing else, whatever else a client is made to offer. */
  private static final String RULE_OF_STATIC_RSA = "tls.forward-secrecy";

  private final List<OpensslServer> servers = new ArrayList<>();

  @BeforeAll
  void startServers() throws Exception {
    servers.add(OpensslServer.ofEveryWeakness());
    servers.add(OpensslServer.limitedTo(Peer.TLS10));
    servers.add(OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA));
  }

  @AfterAll
  void stopServers() {
    servers.forEach(OpensslServer::close);
  }

  static List<Arguments> attempts() {
    List<Arguments> attempts = new ArrayList<>();
    for (WeakClient attempt : WeakClient.values()) {
      for (Jdk jdk : Jdk.matrix(attempt.ordinal())) {
        attempts.add(Arguments.of(jdk, attempt));
      }
    }
    return attempts;
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("attempts")
  void auditReportsAndEnforceRefusesOrNarrows(Jdk jdk, WeakClient attempt) throws Exception {
    Trial trial = run(jdk, attempt, ChildJvm::withLegacyAlgorithms);
    assumeSupported(jdk, trial);
    if (attempt.opensslCan()) {
      assertThat(Visit.in(trial.plain()))
          .describedAs("without the agent the attempt succeeds: %s", trial.plain())
          .anyMatch(visit -> visit.succeeded() && !visit.isStrong());
    }

    assertAuditReports(trial, attempt);
    assertEnforceHolds(trial, attempt);
  }

  static List<Jdk> jdks() {
    return Jdk.matrix();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void emptyingTheDisabledAlgorithmsAtRunTimeDoesNotBringOldProtocolsBack(Jdk jdk)
      throws Exception {
    Trial trial =
        run(
            jdk,
            WeakClient.MIXED_PROTOCOLS_OF_ENGINE,
            child -> child.with("-Dapp.disabled-algorithms="));
    assertThat(Visit.in(trial.plain()).get(1).opensslProtocol()).isEqualTo("TLSv1");

    assertAuditReports(trial, WeakClient.MIXED_PROTOCOLS_OF_ENGINE);
    assertEnforceHolds(trial, WeakClient.MIXED_PROTOCOLS_OF_ENGINE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void auditReportsAnOfferOfOldProtocolsOnlyThatTheServerItselfRefuses(Jdk jdk) throws Exception {
    try (OpensslServer modern = OpensslServer.limitedTo(Peer.TLS13)) {
      Trial trial =
          Trial.of(
              jdk,
              child -> child.withLegacyAlgorithms().with("-Dapp.protocols=TLSv1"),
              "SocketClient",
              modern.target());

      assertThat(trial.audit().out()).isEqualTo(trial.plain().out());
      assertThat(trial.audit().records("tls.failed")).hasSize(1);
      JsonObject record = trial.audit().records("tls.failed").get(0);
      assertThat(text(record, "verdict")).isEqualTo("violation");
      assertThat(text(record, "action")).isEqualTo("would-block");
      assertThat(record.getAsJsonArray("rules").toString()).contains("tls.min-version");
    }
  }

  private Trial run(Jdk jdk, WeakClient attempt, UnaryOperator<ChildJvm> setUp) throws Exception {
    String[] options = attempt.options.toArray(String[]::new);
    return Trial.of(
        jdk, child -> setUp.apply(child).with(options), attempt.program, targets(attempt));
  }

  private String[] targets(WeakClient attempt) {
    return servers.stream()
        .map(server -> attempt.program.equals("HttpsUrlClient") ? server.url() : server.target())
        .toArray(String[]::new);
  }

  private static void assumeSupported(Jdk jdk, Trial trial) {
    String first = trial.plain().out().get(0);
    assumeFalse(
        first.contains("IllegalArgumentException") || first.contains("No appropriate protocol"),
        () -> jdk + " does not support it any more: " + first);
  }

  private void assertAuditReports(Trial trial, WeakClient attempt) {
    assertThat(trial.audit().out())
        .describedAs("audit changes nothing")
        .isEqualTo(trial.plain().out());
    assertThat(trial.audit().records("tls.blocked")).isEmpty();
    List<Visit> visits = Visit.in(trial.audit());
    for (int i = 0; i < servers.size(); i++) {
      JsonObject record = recordOf(trial.audit(), servers.get(i));
      Visit visit = visits.get(i);
      assertThat(text(record, "kind"))
          .describedAs("%s: %s", visit, record)
          .isEqualTo(visit.succeeded() ? "tls.handshake" : "tls.failed");
      boolean weak =
          visit.succeeded() ? !visit.isStrong() : attempt.left == WeakClient.Left.NOTHING;
      assertThat(text(record, "action"))
          .describedAs("%s: %s", visit, record)
          .isEqualTo(weak ? "would-block" : visit.succeeded() ? "would-harden" : "failed");
      assertThat(text(record, "verdict").equals("violation")).isEqualTo(weak);
      assertThat(record.getAsJsonArray("rules").toString())
          .describedAs("%s: %s", visit, record)
          .contains(ruleAgainst(visit, attempt));
    }
  }

  /** A violation has the rules of what was negotiated, anything else those of what was offered. */
  private static String ruleAgainst(Visit visit, WeakClient attempt) {
    if (!visit.succeeded() || visit.isStrong()) {
      return attempt.rule;
    }
    if (!visit.opensslProtocol().equals("TLSv1.2")) {
      return "tls.min-version";
    }
    return attempt.rule.equals("tls.min-version") ? "tls.forward-secrecy" : attempt.rule;
  }

  private static void assertEnforceHolds(Trial trial, WeakClient attempt) {
    List<Visit> plain = Visit.in(trial.plain());
    List<Visit> visits = Visit.in(trial.enforce());
    int refused = 0;
    for (int i = 0; i < visits.size(); i++) {
      Visit visit = visits.get(i);
      if (visit.succeeded()) {
        assertThat(visit.isStrong()).describedAs("%s", visit).isTrue();
      } else if (attempt.left == WeakClient.Left.STRONG && !plain.get(i).succeeded()) {
        assertThat(visit.line()).describedAs("fails anyway").isEqualTo(plain.get(i).line());
      } else {
        refused++;
        assertThat(visit.line())
            .contains(" failed javax.net.ssl.SSLHandshakeException: ")
            .contains("stockade: blocked TLS to ")
            .containsAnyOf(attempt.rule, RULE_OF_A_VERSION_ALERT, RULE_OF_STATIC_RSA)
            .contains("java -jar stockade.jar explain ");
      }
    }
    assertThat(visits.get(0).succeeded())
        .describedAs("with a peer that speaks everything: %s", trial.enforce())
        .isEqualTo(attempt.left == WeakClient.Left.STRONG);
    assertThat(trial.enforce().records("tls.blocked"))
        .describedAs("%s", trial.enforce())
        .hasSize(refused)
        .allMatch(
            record -> offends(record, attempt.rule, RULE_OF_A_VERSION_ALERT, RULE_OF_STATIC_RSA));
  }

  private static boolean offends(JsonObject record, String... rules) {
    String offended = record.getAsJsonArray("rules").toString();
    return List.of(rules).stream().anyMatch(offended::contains);
  }

  private static JsonObject recordOf(Outcome outcome, OpensslServer server) {
    List<JsonObject> found =
        outcome.records().stream()
            .filter(record -> record.has("peer"))
            .filter(record -> !text(record, "kind").equals("tls.certificate"))
            .filter(record -> String.valueOf(server.port()).equals(text(record, "peer.port")))
            .toList();
    assertThat(found).describedAs("records of %s in %s", server.target(), outcome).hasSize(1);
    return found.get(0);
  }
}
