package dev.stockade.e2e.attach;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslClient;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.tls.HeldServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loading the agent again while handshakes go on: at no time is the program without it. */
@Tag("matrix")
class HandoverTest {
  @TempDir Path folder;

  static List<Jdk> jdks() {
    return Jdk.from(11);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void noWeakHandshakeSlipsThroughBetweenTwoEngines(Jdk jdk) throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA)) {
      ChildJvm child =
          ChildJvm.on(jdk)
              .withLegacyAlgorithms()
              .agent(Launch.JAVAAGENT, "mode=enforce")
              .with("-Dapp.repeat=1500")
              .start("SocketClient", server.target());
      child.awaitLine(server.target() + " failed");
      for (int i = 0; i < 3; i++) {
        child.attach("journal=" + child.journal() + ",mode=enforce");
      }
      // What is no option leaves the mode as it is: it must not lower a running enforce.
      child.attach("journal=" + child.journal() + ",mode");
      Outcome outcome = child.outcome();

      assertThat(outcome.out()).hasSize(1500).noneMatch(line -> line.contains(" ok "));
      assertThat(outcome.out()).allMatch(line -> line.contains("stockade: blocked TLS to "));
      assertThat(outcome.records("tls.blocked")).hasSize(1500);
      assertThat(outcome.records().toString()).doesNotContain("\"audit\"");
    }
  }

  /** Its address is what the exception goes by, and the new engine was not there when it came. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aClientInTheMiddleOfItsHandshakeIsStillKnown(Jdk jdk) throws Exception {
    Path policy =
        Files.writeString(
            folder.resolve("policy.yaml"),
            """
            mode: enforce
            exceptions:
              - id: old-client
                match: {cidr: 127.0.0.1, direction: in}
                allow: {min-version: TLSv1.1}
                owner: payments
                reason: appliance
                expires: 2999-01-01
            """);
    ChildJvm child =
        ChildJvm.on(jdk)
            .withLegacyAlgorithms()
            .with("-Dapp.keystore=" + Keys.keyStore(), "-Dapp.password=" + Keys.PASSWORD)
            .agent(Launch.JAVAAGENT, "policy=" + policy)
            .start("JdkHttpsServer");
    try (HeldServer held = new HeldServer(child.ready())) {
      CompletableFuture<String> client =
          CompletableFuture.supplyAsync(() -> shakeHands(held.port()));
      held.awaitHello();
      child.attach("journal=" + child.journal() + ",policy=" + policy);
      child.attach("journal=" + child.journal() + ",policy=" + policy);
      held.release();
      assertThat(client.get(60, TimeUnit.SECONDS)).contains("Cipher is ECDHE");
    }
    Outcome outcome = child.end().assertHostLived();

    assertThat(outcome.records("tls.blocked")).describedAs("%s", outcome).isEmpty();
    assertThat(outcome.records("tls.handshake"))
        .describedAs("%s", outcome)
        .singleElement()
        .satisfies(it -> assertThat(text(it, "peer.ip")).isEqualTo("127.0.0.1"))
        .satisfies(it -> assertThat(text(it, "exception")).isEqualTo("old-client"));
  }

  private static String shakeHands(int port) {
    try {
      return OpensslClient.shakeHands(port, List.of("-tls1_1"));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
