package dev.stockade.e2e.tls;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code pq-ready-2026-08} with its groups enforced, or tried in canary, on the JDK that has them.
 */
@Tag("matrix")
class QuantumReadyTest {
  private static final String PROFILE = "profile: pq-ready-2026-08\n";

  @TempDir Path folder;
  private final Jdk jdk = Jdk.of(27);

  @Test
  void twoJvmsAgreeOnAHybridGroupAndNothingElseIsOffered() throws Exception {
    String policy = "policy=" + policy("mode: enforce\nrules: {tls.group: enforce}\n");
    ChildJvm server =
        ChildJvm.on(jdk)
            .with("-Dapp.keystore=" + Keys.keyStore(), "-Dapp.password=" + Keys.PASSWORD)
            .agent(Launch.JAVAAGENT, policy)
            .start("SocketServer");
    String target = "127.0.0.1:" + server.ready();
    Outcome client =
        ChildJvm.on(jdk)
            .agent(Launch.JAVAAGENT, policy)
            .start("SocketClient", target)
            .outcome()
            .assertHostLived();
    Outcome served = server.end().assertHostLived();

    assertThat(client.lineFor(target)).describedAs("%s", client).contains(" ok TLSv1.3 ");
    for (Outcome each : List.of(client, served)) {
      JsonObject record = each.records("tls.handshake").get(0);
      assertThat(text(record, "tls.group")).isEqualTo("X25519MLKEM768");
      assertThat(text(record, "action")).isEqualTo("hardened");
    }
  }

  /** The openssl of this machine has no ML-KEM. */
  @Test
  void aPeerWithoutHybridsIsRefusedAndACanaryTakesTheRuleBackThere() throws Exception {
    try (OpensslServer server = OpensslServer.with("-tls1_3")) {
      Outcome enforce = client(server, policy("mode: enforce\nrules: {tls.group: enforce}\n"), 1);

      assertThat(enforce.lineFor(server.target()))
          .contains("SSLHandshakeException: ")
          .contains("tls.group");

      Outcome canary =
          client(
              server,
              policy(
                  "mode: audit\n"
                      .replace("audit", "canary")
                      .concat("rules: {tls.group: canary}\n")
                      .concat(
                          "canary: {percent: 100, rollback: {min-samples: 1, max-blocked: 0%}}\n")),
              3);

      assertThat(canary.calls().get(0)).contains(" failed ");
      assertThat(canary.calls().get(2)).describedAs("%s", canary).contains(" ok TLSv1.3 ");
      assertThat(canary.records("canary.change"))
          .describedAs("%s", canary)
          .anyMatch(record -> text(record, "reason").startsWith("tls.group goes back to audit"));
    }
  }

  @Test
  void anOlderJdkHasNoneOfThemSoNothingIsTakenOutAndTheEndIsRefused() throws Exception {
    try (OpensslServer server = OpensslServer.with("-tls1_3")) {
      Outcome outcome =
          ChildJvm.on(Jdk.of(17))
              .agent(
                  Launch.JAVAAGENT,
                  "policy=" + policy("mode: enforce\nrules: {tls.group: enforce}\n"))
              .start("SocketClient", server.target())
              .outcome()
              .assertHostLived();

      assertThat(outcome.lineFor(server.target()))
          .contains("SSLHandshakeException: ")
          .contains("stockade: blocked TLS to ")
          .contains("tls.group");
      assertThat(text(outcome.records("tls.blocked").get(0), "tls.group")).isEqualTo("x25519");
    }
  }

  private Outcome client(OpensslServer server, Path policy, int times) throws Exception {
    String[] targets = new String[times];
    java.util.Arrays.fill(targets, server.target());
    return ChildJvm.on(jdk)
        .agent(Launch.JAVAAGENT, "policy=" + policy)
        .start("SocketClient", targets)
        .outcome()
        .assertHostLived();
  }

  private Path policy(String text) throws Exception {
    return Files.writeString(Files.createTempFile(folder, "policy", ".yaml"), text.concat(PROFILE));
  }
}
