package dev.stockade.e2e.tls;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.kit.Trial;
import dev.stockade.e2e.kit.Visit;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ways to weaken a client that need more than one step, or that end in a warning only. */
@Tag("matrix")
class OddWaysTest {
  static List<Jdk> jdks() {
    return Jdk.ends();
  }

  static List<Arguments> clients() {
    return jdks().stream()
        .flatMap(
            jdk ->
                List.of(Arguments.of(jdk, "SocketClient"), Arguments.of(jdk, "EngineClient"))
                    .stream())
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void whatIsSetInsideJsseByReflectionIsNarrowedAllTheSame(Jdk jdk) throws Exception {
    try (OpensslServer server = OpensslServer.ofEveryWeakness()) {
      Trial trial =
          Trial.of(
              jdk,
              child ->
                  child
                      .withLegacyAlgorithms()
                      .environment(
                          "JDK_JAVA_OPTIONS", "--add-opens=java.base/sun.security.ssl=ALL-UNNAMED")
                      .with("-Dapp.reflection=true"),
              "SocketClient",
              server.target());

      assertThat(trial.plain().lineFor(server.target())).contains(" ok TLSv1 ");
      assertThat(trial.audit().out()).isEqualTo(trial.plain().out());
      assertThat(trial.audit().actions()).containsExactly("would-block");
      assertRefused(trial.enforce(), server, "tls.min-version");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void emptyingTheDisabledAlgorithmsAfterAHandshakeBringsNothingOldBack(Jdk jdk) throws Exception {
    try (OpensslServer server = OpensslServer.ofEveryWeakness()) {
      Trial trial =
          Trial.of(
              jdk,
              child ->
                  child.with(
                      "-Dapp.repeat=2",
                      "-Dapp.disabled-algorithms-later=",
                      "-Dapp.protocols=TLSv1,TLSv1.2"),
              "EngineClient",
              server.target());

      assertThat(trial.audit().out()).isEqualTo(trial.plain().out());
      assertThat(Visit.in(trial.enforce()))
          .hasSize(2)
          .allMatch(Visit::isStrong)
          .allMatch(visit -> visit.opensslProtocol().equals("TLSv1.2"));
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("clients")
  void aStrongConnectionCannotRenegotiateToAWeakerSuite(Jdk jdk, String client) throws Exception {
    String both = "ECDHE-RSA-AES128-GCM-SHA256:AES128-GCM-SHA256:@SECLEVEL=0";
    try (OpensslServer server =
        OpensslServer.with("-tls1_2", "-client_renegotiation", "-cipher", both)) {
      Trial trial =
          Trial.of(
              jdk,
              child ->
                  child
                      .withLegacyAlgorithms()
                      .with("-Dapp.renegotiate=true")
                      .with("-Dapp.suites-later=TLS_RSA_WITH_AES_128_GCM_SHA256"),
              client,
              server.target());

      assertThat(Visit.in(trial.plain()).get(0).opensslCipher()).isEqualTo("AES128-GCM-SHA256");
      assertThat(trial.audit().out()).isEqualTo(trial.plain().out());
      List<JsonObject> records = trial.audit().records("tls.handshake");
      assertThat(records).describedAs("%s", trial.audit()).hasSize(2);
      assertThat(text(records.get(0), "tls.cipher")).startsWith("TLS_ECDHE_");
      assertThat(text(records.get(1), "tls.cipher")).startsWith("TLS_RSA_");
      assertThat(text(records.get(1), "action")).isEqualTo("would-block");
      assertRefused(trial.enforce(), server, "tls.forward-secrecy");
      assertThat(trial.enforce().records("tls.handshake")).hasSize(1);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aDhGroupOf1024BitsIsWarnedOfInBothModes(Jdk jdk) throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS12_DHE_1024)) {
      Trial trial = Trial.of(jdk, ChildJvm::withLegacyAlgorithms, "SocketClient", server.target());

      assertThat(trial.plain().lineFor(server.target())).contains(" ok TLSv1.2 TLS_DHE_RSA_");
      for (Outcome outcome : List.of(trial.audit(), trial.enforce())) {
        assertThat(outcome.out()).isEqualTo(trial.plain().out());
        List<JsonObject> records = outcome.records("tls.handshake");
        assertThat(records).describedAs("%s", outcome).hasSize(1);
        assertThat(text(records.get(0), "verdict")).isEqualTo("warn");
        assertThat(records.get(0).getAsJsonArray("rules").toString()).contains("tls.dh-size");
        assertThat(text(records.get(0), "reason")).contains("1024");
      }
    }
  }

  private static void assertRefused(Outcome enforce, OpensslServer server, String rule) {
    assertThat(enforce.lineFor(server.target()))
        .contains(" failed javax.net.ssl.SSLHandshakeException: ")
        .contains("stockade: blocked TLS to ")
        .contains(rule);
    assertThat(enforce.records("tls.blocked")).describedAs("%s", enforce).hasSize(1);
  }
}
