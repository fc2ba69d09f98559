package dev.stockade.e2e.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client really says on the wire, as {@code openssl s_server -trace} decodes it. */
@Tag("matrix")
class WireTest {
  static List<Jdk> jdks() {
    return Jdk.matrix();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void theDefaultHelloIsNarrowedInEnforceAndUntouchedInAudit(Jdk jdk) throws Exception {
    assertNarrowedOnly(hellos(jdk, UnaryOperator.identity()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void soIsTheHelloOfAnApplicationThatAllowsEverythingOld(Jdk jdk) throws Exception {
    List<Hello> hellos = hellos(jdk, ChildJvm::withLegacyAlgorithms);

    assertThat(hellos.get(0).versions()).contains("TLSv1.0", "TLSv1.1");
    assertThat(hellos.get(0).suites()).anyMatch(suite -> suite.startsWith("TLS_RSA_"));
    assertNarrowedOnly(hellos);
  }

  private static void assertNarrowedOnly(List<Hello> hellos) {
    assertThat(hellos).hasSize(3);
    Hello plain = hellos.get(0);
    Hello audit = hellos.get(1);
    Hello enforce = hellos.get(2);

    assertThat(plain.suites()).isNotEmpty();
    assertThat(audit).isEqualTo(plain);
    assertThat(enforce.suites())
        .containsExactlyElementsOf(plain.suites().stream().filter(WireTest::isStrong).toList());
    assertThat(enforce.versions())
        .containsExactlyElementsOf(
            plain.versions().stream()
                .filter(version -> version.equals("TLSv1.2") || version.equals("TLSv1.3"))
                .toList());
  }

  private static boolean isStrong(String suite) {
    return suite.matches("TLS_(AES|CHACHA20)_.*|TLS_(ECDHE|DHE)_.*|.*_SCSV")
        && !suite.matches(".*(_NULL_|_anon_|_RC4_|_3DES_|_DES_|_DES40_|EXPORT).*");
  }

  /** Without the agent, under audit, under enforce. */
  private static List<Hello> hellos(Jdk jdk, UnaryOperator<ChildJvm> setUp) throws Exception {
    jdk.java();
    try (OpensslServer server = OpensslServer.tracing(Peer.TLS12_ECDHE)) {
      List<String> modes = new ArrayList<>(List.of("", "audit", "enforce"));
      for (String mode : modes) {
        ChildJvm child = setUp.apply(ChildJvm.on(jdk));
        if (!mode.isEmpty()) {
          child.agent(Launch.JAVAAGENT, "mode=" + mode);
        }
        Outcome outcome = child.start("SocketClient", server.target()).outcome();
        assertThat(outcome.assertHostLived().lineFor(server.target())).contains(" ok TLSv1.2 ");
      }
      return Hello.in(server.printed());
    }
  }
}
