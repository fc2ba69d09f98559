package dev.stockade.e2e.tls;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.Cells;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslClient;
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

/** A second handshake on a TLS 1.2 connection, asked for by our side. */
@Tag("matrix")
class RenegotiationTest {
  private static final String WEAK_THEN_STRONG =
      "-Dapp.suites=TLS_RSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";

  static List<Arguments> clients() {
    return Cells.of("SocketClient", "EngineClient");
  }

  static List<Arguments> servers() {
    return Cells.of("SocketServer", "EngineServer");
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("clients")
  void eachHandshakeOfAClientIsRecordedInBothModes(Jdk jdk, String client) throws Exception {
    try (OpensslServer server = renegotiating("ECDHE-RSA-AES128-GCM-SHA256")) {
      Trial trial =
          Trial.of(jdk, child -> child.with("-Dapp.renegotiate=true"), client, server.target());

      assertThat(trial.plain().lineFor(server.target())).contains(" ok TLSv1.2 ");
      assertThat(trial.audit().out()).isEqualTo(trial.plain().out());
      assertThat(trial.enforce().out()).isEqualTo(trial.plain().out());
      assertThat(handshakes(trial.audit())).isEqualTo(2);
      assertThat(handshakes(trial.enforce())).isEqualTo(2);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("clients")
  void auditReportsEachWeakHandshakeOfAClientAndEnforceRefusesTheFirst(Jdk jdk, String client)
      throws Exception {
    try (OpensslServer server = renegotiating("AES128-GCM-SHA256")) {
      Trial trial =
          Trial.of(
              jdk,
              child -> child.withLegacyAlgorithms().with("-Dapp.renegotiate=true"),
              client,
              server.target());

      assertThat(trial.plain().lineFor(server.target())).contains(" ok TLSv1.2 TLS_RSA_");
      assertThat(trial.audit().out()).isEqualTo(trial.plain().out());
      assertThat(handshakes(trial.audit())).isEqualTo(2);
      assertThat(trial.audit().records("tls.handshake"))
          .allMatch(record -> text(record, "action").equals("would-block"));
      assertThat(trial.enforce().lineFor(server.target()))
          .contains("javax.net.ssl.SSLHandshakeException: ")
          .contains("tls.forward-secrecy");
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("clients")
  void aWeakConnectionFromBeforeTheAttachRenegotiatesStrong(Jdk jdk, String client)
      throws Exception {
    try (OpensslServer server = renegotiating("AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256")) {
      Outcome outcome = renegotiateAfterAttach(jdk, client, server).assertHostLived();

      Visit visit = Visit.in(outcome).get(0);
      assertThat(visit.isStrong()).describedAs("%s", outcome).isTrue();
      assertThat(outcome.records("tls.handshake")).hasSize(1);
      JsonObject record = outcome.records("tls.handshake").get(0);
      assertThat(text(record, "tls.cipher")).startsWith("TLS_ECDHE_");
      assertThat(text(record, "action")).isEqualTo("hardened");
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("clients")
  void aWeakConnectionFromBeforeTheAttachCannotRenegotiateWeak(Jdk jdk, String client)
      throws Exception {
    try (OpensslServer server = renegotiating("AES128-GCM-SHA256")) {
      Outcome outcome = renegotiateAfterAttach(jdk, client, server).assertHostLived();

      assertThat(outcome.lineFor(server.target()))
          .contains("javax.net.ssl.SSLHandshakeException: ")
          .contains("stockade: blocked TLS to ")
          .contains("tls.forward-secrecy");
      assertThat(outcome.records("tls.blocked")).hasSize(1);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("servers")
  void eachHandshakeOfAServerIsRecorded(Jdk jdk, String server) throws Exception {
    for (String mode : List.of("audit", "enforce")) {
      ChildJvm child =
          ChildJvm.on(jdk)
              .with("-Dapp.keystore=" + Keys.keyStore(), "-Dapp.password=" + Keys.PASSWORD)
              .with("-Dapp.renegotiate=true")
              .agent(Launch.JAVAAGENT, "mode=" + mode)
              .start(server);
      assertThat(OpensslClient.connect(child.ready(), Peer.TLS12_ECDHE.limits)).contains("hello ");
      Outcome outcome = child.end().assertHostLived();

      assertThat(handshakes(outcome)).describedAs("%s", outcome).isEqualTo(2);
    }
  }

  private static OpensslServer renegotiating(String ciphers) throws Exception {
    return OpensslServer.with(
        "-tls1_2", "-client_renegotiation", "-cipher", ciphers + ":@SECLEVEL=0");
  }

  private static Outcome renegotiateAfterAttach(Jdk jdk, String client, OpensslServer server)
      throws Exception {
    ChildJvm child =
        ChildJvm.on(jdk)
            .withLegacyAlgorithms()
            .with("-Dapp.renegotiate=true", "-Dapp.wait-between=true", WEAK_THEN_STRONG)
            .start(client, server.target());
    child.ready();
    child.attach("journal=" + child.journal() + ",mode=enforce");
    child.go();
    return child.outcome();
  }

  /** Folded records count for as many as they stand for. */
  private static int handshakes(Outcome outcome) {
    return outcome.records("tls.handshake").stream()
        .mapToInt(record -> record.has("count") ? record.get("count").getAsInt() : 1)
        .sum();
  }
}
