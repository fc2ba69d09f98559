package dev.stockade.e2e.attach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Cli;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A program that drops the system properties does not hide the engine from its operator. */
@Tag("matrix")
class LostPropertiesTest {
  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("ways")
  void commandsFindTheEngineAndNoSecondOneIsMade(Jdk jdk, String way) throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA)) {
      ChildJvm child =
          ChildJvm.on(jdk)
              .withLegacyAlgorithms()
              .agent(Launch.JAVAAGENT, "mode=enforce")
              .with("-Dapp.repeat=2", "-Dapp.wait-between=true")
              .start("LostProperties", server.target());
      child.ready();
      child.send(way);
      child.awaitLine("lost");
      String pid = String.valueOf(child.pid());

      assertThat(well("ps")).anyMatch(line -> line.startsWith(pid) && line.contains(" enforce"));
      assertThat(well("status", pid)).anyMatch(line -> line.contains("enforce"));
      assertThat(well("set", pid, "log=info")).anyMatch(line -> line.contains("is info"));
      assertThat(well("attach", pid, "--journal", child.journal().toString()))
          .anyMatch(line -> line.contains("enforce"));
      child.go();
      assertThat(child.awaitLine(server.target())).contains("stockade: blocked TLS");
      assertThat(well("detach", pid)).anyMatch(line -> line.contains("none is still woven"));
      assertThat(child.round(2, server.target())).contains(" ok TLSv1.2 ");
      Outcome outcome = child.outcome().assertHostLived();
      // Told once: a second engine beside the first would have told it, too.
      assertThat(outcome.records("tls.blocked")).hasSize(1);
    }
  }

  static List<Arguments> ways() {
    List<Arguments> all = new ArrayList<>();
    for (Jdk jdk : Jdk.matrix()) {
      all.add(Arguments.of(jdk, jdk.feature() == 17 ? "swap" : "frozen"));
    }
    return all;
  }

  private static List<String> well(String... command) throws Exception {
    Outcome outcome = Cli.run(command);
    assertThat(outcome.exitCode()).describedAs("%s", outcome).isZero();
    return outcome.out();
  }
}
