package dev.stockade.e2e.tls;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.http.RelocatedLibrary;
import dev.stockade.e2e.kit.Cells;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Conformance;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Library;
import dev.stockade.e2e.kit.OpensslClient;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.kit.SecurityFile;
import dev.stockade.e2e.kit.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A TLS provider that nothing in Stockade knows by name: Bouncy Castle's, under names of somebody
 * else.
 */
@Tag("matrix")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherProvidersTest {
  private static final String ENGINE = "Any other provider";

  static final List<String> PROVIDERS =
      List.of(
          "com.example.other.BouncyCastleJsseProvider",
          "org.bouncycastle.jce.provider.BouncyCastleProvider");

  @TempDir Path folder;
  private OpensslServer old;
  private OpensslServer strong;
  private String classPath;

  @BeforeAll
  void start() throws Exception {
    old = OpensslServer.limitedTo(Peer.TLS11);
    strong = OpensslServer.limitedTo(Peer.TLS12_ECDHE);
    classPath = RelocatedLibrary.classPath(Library.of("org.bouncycastle:bctls-jdk18on:1.83"));
  }

  @AfterAll
  void stopServers() {
    old.close();
    strong.close();
  }

  static List<Arguments> cells() {
    return Cells.of("SocketClient", "EngineClient");
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cells")
  void aClientIsSeenAndGoesNoMoreToAWeakServer(Jdk jdk, String client) throws Exception {
    boolean socket = client.equals("SocketClient");
    Path security = SecurityFile.in(folder, jdk, PROVIDERS, "PKIX");
    Trial trial =
        Trial.of(
            jdk,
            child -> child.classPath(classPath).with("-Djava.security.properties=" + security),
            client,
            old.target(),
            strong.target());

    assertThat(trial.audit().out()).isEqualTo(trial.plain().out());
    assertThat(trial.audit().records("tls.handshake"))
        .describedAs("%s", trial.audit())
        .hasSize(2)
        .allMatch(record -> text(record, "tls.provider").equals("BCJSSE"))
        .allMatch(record -> text(record, "direction").equals("out"))
        .allMatch(record -> (text(record, "tls.version") != null) == socket);
    // The end of an engine's handshake is not seen, only what it offers.
    assertThat(trial.audit().actions())
        .containsExactly(socket ? "would-block" : "would-harden", "would-harden");

    assertThat(trial.enforce().lineFor(strong.target()))
        .isEqualTo(trial.plain().lineFor(strong.target()));
    assertThat(trial.enforce().lineFor(old.target())).contains(" failed ");
    assertThat(trial.enforce().records("tls.handshake"))
        .describedAs("%s", trial.enforce())
        .hasSize(socket ? 1 : 2)
        .allMatch(record -> text(record, "action").equals("hardened"));
    assertThat(trial.enforce().records("tls.failed"))
        .hasSize(socket ? 1 : 0)
        .allMatch(record -> text(record, "reason").contains("(below TLSv1.2)"));

    prove(jdk, ClientMatrixTest.row(client, "out"), socket);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"SocketServer", "EngineServer"})
  void aServerServesTheOldClientInAuditOnly(String server) throws Exception {
    Jdk jdk = Jdk.running();
    boolean socket = server.equals("SocketServer");
    for (String mode : List.of("audit", "enforce")) {
      ChildJvm child =
          ChildJvm.on(jdk)
              .classPath(classPath)
              .with(
                  "-Djava.security.properties=" + SecurityFile.in(folder, jdk, PROVIDERS, "PKIX"),
                  "-Dapp.keystore=" + Keys.keyStore(),
                  "-Dapp.password=" + Keys.PASSWORD)
              .agent(Launch.JAVAAGENT, "mode=" + mode)
              .start(server);
      int port = child.ready();
      String toTheOldOne = OpensslClient.connect(port, Peer.TLS11.limits);
      assertThat(OpensslClient.connect(port, Peer.TLS12_ECDHE.limits)).contains("hello ");
      Outcome outcome = child.end().assertHostLived();

      assertThat(toTheOldOne.contains("hello ")).isEqualTo(mode.equals("audit"));
      assertThat(outcome.records("tls.handshake"))
          .describedAs("%s", outcome)
          .hasSize(socket && mode.equals("enforce") ? 1 : 2)
          .allMatch(record -> text(record, "tls.provider").equals("BCJSSE"))
          .allMatch(record -> text(record, "direction").equals("in"));
    }
    prove(jdk, ClientMatrixTest.row(server, "in"), socket);
  }

  /** Of an engine audit sees no version; and no error is readable. */
  private static void prove(Jdk jdk, String client, boolean socket) throws IOException {
    if (socket) {
      Conformance.proven(jdk, ENGINE, client, Conformance.Proof.AUDIT_SEEN);
    }
    Conformance.proven(jdk, ENGINE, client, Conformance.Proof.ENFORCE_WORKS);
  }
}
