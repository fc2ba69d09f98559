package dev.stockade.e2e.attach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.Cells;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslClient;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections that exist, or are being made, while the agent comes into the JVM. */
@Tag("matrix")
class AttachTest {
  static List<Arguments> clients() {
    return Cells.of("SocketClient", "EngineClient");
  }

  static List<Arguments> servers() {
    return Cells.of("SocketServer", "EngineServer");
  }

  static List<Jdk> jdks() {
    return Jdk.matrix();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("clients")
  void aWeakClientConnectedBeforeTheAttachIsRefusedAtItsHandshake(Jdk jdk, String client)
      throws Exception {
    try (OpensslServer server = OpensslServer.ofEveryWeakness()) {
      Outcome audit = attachThenShake(jdk, client, server, "audit");
      Outcome enforce = attachThenShake(jdk, client, server, "enforce");

      assertThat(audit.lineFor(server.target())).contains(" ok TLSv1 ");
      assertThat(audit.records("tls.handshake")).hasSize(1);
      assertThat(audit.records("tls.handshake").get(0).get("action").getAsString())
          .isEqualTo("would-block");
      assertThat(enforce.lineFor(server.target()))
          .contains("javax.net.ssl.SSLHandshakeException: ")
          .contains("stockade: blocked TLS to ")
          .contains("tls.min-version");
      assertThat(enforce.records("tls.blocked")).hasSize(1);
    }
  }

  private static Outcome attachThenShake(Jdk jdk, String client, OpensslServer server, String mode)
      throws Exception {
    return ChildJvm.on(jdk)
        .withLegacyAlgorithms()
        .with("-Dapp.protocols=TLSv1")
        .agent(Launch.DYNAMIC, "mode=" + mode)
        .start(client, server.target())
        .outcome()
        .assertHostLived();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("servers")
  void aWeakServerThatAcceptedBeforeTheAttachDoesNotServe(Jdk jdk, String server) throws Exception {
    ChildJvm child =
        ChildJvm.on(jdk)
            .withLegacyAlgorithms()
            .with("-Dapp.keystore=" + Keys.keyStore(), "-Dapp.password=" + Keys.PASSWORD)
            .with("-Dapp.protocols=TLSv1", "-Dapp.wait=true")
            .start(server);
    int port = child.ready();
    CompletableFuture<String> client =
        CompletableFuture.supplyAsync(() -> connect(port, Peer.TLS10.limits));
    child.awaitLine("ready 0");
    child.attach("journal=" + child.journal() + ",mode=enforce");
    child.go();
    String printed = client.get(30, TimeUnit.SECONDS);
    Outcome outcome = child.end().assertHostLived();

    assertThat(printed).doesNotContain("hello ").contains("Cipher is (NONE)");
    assertThat(outcome.records("tls.blocked")).describedAs("%s", outcome).hasSize(1);
  }

  private static String connect(int port, List<String> limits) {
    try {
      return OpensslClient.connect(port, limits);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void manyThreadsGoOnWithTheirHandshakesWhileTheAgentComesIntoBothEnds(Jdk jdk) throws Exception {
    int count = 800;
    ChildJvm server =
        ChildJvm.on(jdk)
            .with("-Dapp.keystore=" + Keys.keyStore(), "-Dapp.password=" + Keys.PASSWORD)
            .start("LoadServer");
    String target = "127.0.0.1:" + server.ready();
    ChildJvm client =
        ChildJvm.on(jdk).start("Load", target, String.valueOf(count), "8", "handshake");
    server.attach("journal=" + server.journal() + ",mode=enforce");
    client.attach("journal=" + client.journal() + ",mode=enforce");
    Outcome made = client.outcome().assertHostLived();
    Outcome served = server.end().assertHostLived();

    assertThat(made.out()).anyMatch(line -> line.startsWith("done " + count + " "));
    assertThat(made.err()).noneMatch(line -> line.contains("Exception"));
    assertThat(served.err()).noneMatch(line -> line.contains("Exception"));
    assertThat(recorded(made)).isBetween(1, count);
    assertThat(recorded(served)).isBetween(1, count);
  }

  /** Folded records count for as many as they stand for. */
  private static int recorded(Outcome outcome) {
    return outcome.records("tls.handshake").stream()
        .mapToInt(record -> record.has("count") ? record.get("count").getAsInt() : 1)
        .sum();
  }
}
