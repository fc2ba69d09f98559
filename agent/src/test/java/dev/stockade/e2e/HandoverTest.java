package dev.stockade.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loading the agent again while handshakes go on: at no time is the program without it. */
class HandoverTest {
  static List<Jdk> jdks() {
    return Jdk.matrix().stream().filter(jdk -> jdk.feature() != 8).toList();
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
}
