package dev.stockade.e2e.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Records;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A profile that the policy file defines is enforced like those that come with Stockade. */
@Tag("matrix")
class OwnProfileTest {
  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdk.matrix();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void whatItRemovesIsNotAgreedAnyMore(Jdk jdk) throws Exception {
    Path policy =
        Files.writeString(
            folder.resolve("policy.yaml"),
            """
            mode: enforce
            profile: acme-2026
            profiles:
              - id: acme-2026
                extends: mozilla-intermediate-6.0
                remove: {suites: [TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256]}
            """);
    String both = "ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-GCM-SHA384";
    try (OpensslServer weaker = OpensslServer.with("-tls1_2", "-cipher", both.split(":", -1)[0]);
        OpensslServer prefers = OpensslServer.with("-tls1_2", "-serverpref", "-cipher", both)) {
      Outcome outcome =
          ChildJvm.on(jdk)
              .agent(Launch.JAVAAGENT, "policy=" + policy)
              .start("SocketClient", weaker.target(), prefers.target())
              .outcome()
              .assertHostLived();

      assertThat(outcome.lineFor(weaker.target())).contains("profile acme-2026");
      assertThat(outcome.lineFor(prefers.target()))
          .contains(" ok TLSv1.2 TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384");
      assertThat(outcome.records("tls.blocked"))
          .singleElement()
          .satisfies(
              record -> assertThat(Records.text(record, "policy.profile")).isEqualTo("acme-2026"));
    }
  }
}
