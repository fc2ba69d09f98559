package dev.stockade.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Other agents in the same JVM, before ours and after, and there when ours comes by attach. */
class NeighboursTest {
  static List<Neighbour> neighbours() throws Exception {
    return List.of(
        Neighbour.openTelemetry(),
        Neighbour.byteBuddy(),
        Neighbour.jacoco(),
        Neighbour.blockHound());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("neighbours")
  void bothAgentsWorkInEitherOrderAndByAttach(Neighbour neighbour) throws Exception {
    try (OpensslServer weak = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA);
        OpensslServer strong = OpensslServer.limitedTo(Peer.TLS13)) {
      String[] targets = {weak.url(), strong.url()};
      Outcome alone = child().with(options(neighbour)).start("HttpsUrlClient", targets).outcome();
      ChildJvm before = ours("enforce").with(options(neighbour)).start("HttpsUrlClient", targets);
      ChildJvm after = ours("enforce").then(neighbour.options()).start("HttpsUrlClient", targets);
      assertOnlyTheWeakIsRefused(neighbour, alone, before.outcome(), weak.url(), strong.url());
      assertOnlyTheWeakIsRefused(neighbour, alone, after.outcome(), weak.url(), strong.url());
      ChildJvm first = ours("audit").with(options(neighbour)).start("HttpsUrlClient", targets);
      ChildJvm last = ours("audit").then(neighbour.options()).start("HttpsUrlClient", targets);
      assertBothAreSeen(neighbour, alone, first.outcome());
      assertBothAreSeen(neighbour, alone, last.outcome());

      Outcome attached =
          child()
              .with(options(neighbour))
              .agent(Launch.DYNAMIC, "mode=enforce")
              .start("HttpsUrlClient", targets)
              .outcome();
      assertOnlyTheWeakIsRefused(neighbour, alone, attached, weak.url(), strong.url());
    }
  }

  private static void assertBothAreSeen(Neighbour neighbour, Outcome alone, Outcome audit) {
    assertQuiet(neighbour, audit);
    assertThat(audit.out()).isEqualTo(alone.out());
    assertThat(audit.actions()).describedAs("%s", audit).hasSize(2).contains("would-block");
  }

  private static void assertOnlyTheWeakIsRefused(
      Neighbour neighbour, Outcome alone, Outcome enforce, String weak, String strong) {
    assertQuiet(neighbour, enforce);
    assertThat(alone.lineFor(weak)).contains(" ok");
    assertThat(enforce.lineFor(weak))
        .contains("javax.net.ssl.SSLHandshakeException: ", "stockade: blocked TLS to ");
    assertThat(enforce.lineFor(strong)).isEqualTo(alone.lineFor(strong));
    assertThat(enforce.records("tls.blocked")).describedAs("%s", enforce).hasSize(1);
    assertThat(enforce.records("tls.handshake")).describedAs("%s", enforce).hasSize(1);
  }

  private static void assertQuiet(Neighbour neighbour, Outcome outcome) {
    outcome.assertHostLived();
    assertThat(outcome.err())
        .noneMatch(line -> line.contains("cannot be woven") || line.contains("could not be woven"))
        .noneMatch(line -> line.contains("schema") || line.contains("Error: "))
        .anyMatch(line -> line.contains(neighbour.sign()));
  }

  private static String[] options(Neighbour neighbour) {
    return neighbour.options().toArray(String[]::new);
  }

  private static ChildJvm ours(String mode) throws Exception {
    return child().agent(Launch.JAVAAGENT, "mode=" + mode);
  }

  private static ChildJvm child() throws Exception {
    return ChildJvm.on(Jdk.running()).shortLived().withLegacyAlgorithms();
  }
}
