package dev.stockade.e2e.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.UnaryOperator;

/** One program three times at once: without the agent, under audit and under enforce. */
public record Trial(Outcome plain, Outcome audit, Outcome enforce) {
  public static Trial of(
      Jdk jdk, UnaryOperator<ChildJvm> setUp, String program, String... arguments)
      throws Exception {
    ChildJvm plain = setUp.apply(ChildJvm.on(jdk)).start(program, arguments);
    ChildJvm audit = start(jdk, setUp, "audit", program, arguments);
    ChildJvm enforce = start(jdk, setUp, "enforce", program, arguments);
    return new Trial(
        plain.outcome(), audit.outcome().assertHostLived(), enforce.outcome().assertHostLived());
  }

  private static ChildJvm start(
      Jdk jdk, UnaryOperator<ChildJvm> setUp, String mode, String program, String... arguments)
      throws Exception {
    return setUp
        .apply(ChildJvm.on(jdk))
        .agent(Launch.JAVAAGENT, "mode=" + mode)
        .start(program, arguments);
  }

  /**
   * In audit a client reaches all its peers as it does without; in enforce the strong one, and for
   * each weak one it gets a sentence that names the rule.
   */
  public void assertOnlyWeakPeersRefused(Map<String, String> ruleByWeakPeer, String strong) {
    assertThat(audit.out()).isEqualTo(plain.out());
    assertThat(plain.lineFor(strong)).contains(" ok");
    assertThat(enforce.lineFor(strong)).isEqualTo(plain.lineFor(strong));
    ruleByWeakPeer.forEach(
        (peer, rule) -> {
          assertThat(plain.lineFor(peer)).contains(" ok");
          assertThat(enforce.lineFor(peer))
              .contains(" failed ")
              .contains("javax.net.ssl.SSLHandshakeException: ")
              .contains("stockade: blocked TLS to ")
              .contains("(rule")
              .contains(rule);
        });
    assertThat(audit.actions())
        .describedAs("%s", audit)
        .hasSize(ruleByWeakPeer.size() + 1)
        .filteredOn("would-block"::equals)
        .hasSize(ruleByWeakPeer.size());
    assertThat(enforce.records("tls.blocked")).hasSize(ruleByWeakPeer.size());
  }
}
