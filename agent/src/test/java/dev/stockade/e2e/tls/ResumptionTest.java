package dev.stockade.e2e.tls;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.Cells;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.OpensslClient;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Trial;
import dev.stockade.e2e.kit.Visit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sessions that are taken up again: by id, by ticket, by PSK; and weak ones from before an attach.
 */
@Tag("matrix")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResumptionTest {
  private static final String WEAK_THEN_STRONG =
      "-Dapp.suites=TLS_RSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";

  private final List<OpensslServer> strong = new ArrayList<>();
  private final List<OpensslServer> weak = new ArrayList<>();

  @BeforeAll
  void startServers() throws Exception {
    strong.add(OpensslServer.with("-tls1_2", "-no_ticket"));
    strong.add(OpensslServer.with("-tls1_2"));
    strong.add(OpensslServer.with("-tls1_3"));
    for (String ticket : List.of("-no_ticket", "-serverpref")) {
      String either = "AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0";
      weak.add(OpensslServer.with("-tls1_2", ticket, "-cipher", either));
      weak.add(OpensslServer.with("-tls1_2", ticket, "-cipher", "AES128-GCM-SHA256:@SECLEVEL=0"));
    }
  }

  @AfterAll
  void stopServers() {
    strong.forEach(OpensslServer::close);
    weak.forEach(OpensslServer::close);
  }

  static List<Arguments> clients() {
    return Cells.of("SocketClient", "EngineClient");
  }

  static List<Jdk> jdks() {
    return Jdk.matrix();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("clients")
  void aResumedSessionIsRecordedAsResumedByIdTicketAndPsk(Jdk jdk, String client) throws Exception {
    Trial trial = Trial.of(jdk, child -> child.with("-Dapp.repeat=2"), client, targets(strong));

    assertThat(trial.audit().out()).isEqualTo(trial.plain().out());
    assertThat(trial.enforce().out()).isEqualTo(trial.plain().out());
    for (Outcome outcome : List.of(trial.audit(), trial.enforce())) {
      for (OpensslServer server : strong) {
        assertThat(resumed(outcome, server))
            .describedAs("%s in %s", server.target(), outcome)
            .containsExactly("false", "true");
      }
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("clients")
  void aWeakSessionFromBeforeAnAttachIsNotResumed(Jdk jdk, String client) throws Exception {
    ChildJvm child =
        ChildJvm.on(jdk)
            .withLegacyAlgorithms()
            .with("-Dapp.repeat=2", "-Dapp.wait-between=true", WEAK_THEN_STRONG)
            .start(client, targets(weak));
    child.ready();
    child.attach("journal=" + child.journal() + ",mode=enforce");
    child.go();
    Outcome outcome = child.outcome().assertHostLived();

    List<Visit> visits = Visit.in(outcome);
    assertThat(visits).describedAs("%s", outcome).hasSize(8);
    assertThat(visits.subList(0, 4)).allMatch(visit -> visit.succeeded() && !visit.isStrong());
    for (int i = 0; i < 4; i++) {
      Visit second = visits.get(4 + i);
      if (i % 2 == 0) {
        assertThat(second.isStrong()).describedAs("%s in %s", second, outcome).isTrue();
      } else {
        assertThat(second.line())
            .contains("javax.net.ssl.SSLHandshakeException: ")
            .contains("stockade: blocked TLS to ")
            .contains("tls.forward-secrecy");
      }
      assertThat(resumed(outcome, weak.get(i))).doesNotContain("true");
    }
    assertThat(outcome.records("tls.blocked")).hasSize(2);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aServerDoesNotResumeAWeakSessionFromBeforeAnAttach(Jdk jdk) throws Exception {
    ChildJvm server =
        ChildJvm.on(jdk)
            .withLegacyAlgorithms()
            .with("-Dapp.keystore=" + Keys.keyStore(), "-Dapp.password=" + Keys.PASSWORD)
            .with(WEAK_THEN_STRONG)
            .start("SocketServer");
    int port = server.ready();
    Path session = Files.createTempDirectory("stockade-e2e").resolve("session.pem");
    String weakOnly = "AES128-GCM-SHA256:@SECLEVEL=0";
    String either = "AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0";
    String saved =
        OpensslClient.connect(
            port, List.of("-tls1_2", "-cipher", weakOnly, "-sess_out", session.toString()));
    assertThat(saved).contains("hello TLSv1.2 TLS_RSA_WITH_AES_128_GCM_SHA256");
    List<String> resume = List.of("-tls1_2", "-cipher", either, "-sess_in", session.toString());
    assertThat(OpensslClient.connect(port, resume))
        .describedAs("before the attach the session is good")
        .contains("Reused, TLSv1.2, Cipher is AES128-GCM-SHA256");

    server.attach("journal=" + server.journal() + ",mode=enforce");
    String after = OpensslClient.connect(port, resume);
    Outcome outcome = server.end().assertHostLived();

    assertThat(after).doesNotContain("Reused, ").doesNotContain("hello TLSv1.2 TLS_RSA_");
    assertThat(outcome.records("tls.handshake"))
        .allMatch(record -> text(record, "tls.cipher").startsWith("TLS_ECDHE_"));
  }

  private static String[] targets(List<OpensslServer> servers) {
    return servers.stream().map(OpensslServer::target).toArray(String[]::new);
  }

  private static List<String> resumed(Outcome outcome, OpensslServer server) {
    List<String> resumed = new ArrayList<>();
    for (JsonObject record : outcome.records("tls.handshake")) {
      if (text(record, "peer.port").equals(String.valueOf(server.port()))) {
        resumed.add(text(record, "tls.resumed"));
      }
    }
    return resumed;
  }
}
