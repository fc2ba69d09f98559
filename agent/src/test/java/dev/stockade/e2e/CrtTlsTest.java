package dev.stockade.e2e;

import static dev.stockade.e2e.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The AWS CRT: its minimum version is judged and raised; what it negotiates cannot be seen. */
class CrtTlsTest {
  @ParameterizedTest
  @ValueSource(strings = {"0.26.0", "0.49.0"})
  void aLowMinimumIsReportedInAuditAndRaisedInEnforce(String version) throws Exception {
    try (OpensslServer weak = OpensslServer.limitedTo(Peer.TLS11);
        OpensslServer strong = OpensslServer.limitedTo(Peer.TLS12_ECDHE)) {
      Trial trial =
          Trial.of(
              Jdk.running(),
              child -> child.library(crt(version)).with("-Dapp.minimum=TLSv1_1"),
              "CrtClient",
              weak.target(),
              strong.target());

      assertThat(trial.plain().lineFor(weak.target())).endsWith(" ok connected");
      assertThat(trial.audit().out()).isEqualTo(trial.plain().out());
      assertThat(trial.enforce().lineFor(weak.target())).contains(" failed ");
      assertThat(trial.enforce().lineFor(strong.target())).endsWith(" ok connected");
      assertContext(trial.audit(), "would-harden");
      assertContext(trial.enforce(), "hardened");
      assertSaysOnceWhatIsNotSeen(trial.audit());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-Dapp.minimum=TLSv1_2"})
  void theDefaultAndAHighMinimumAreLeftAlone(String minimum) throws Exception {
    try (OpensslServer strong = OpensslServer.limitedTo(Peer.TLS12_ECDHE)) {
      ChildJvm child = ChildJvm.on(Jdk.running()).library(crt("0.49.0"));
      Outcome outcome =
          (minimum.isEmpty() ? child : child.with(minimum))
              .agent(Launch.JAVAAGENT, "mode=enforce")
              .start("CrtClient", strong.target())
              .outcome()
              .assertHostLived();

      assertThat(outcome.lineFor(strong.target())).endsWith(" ok connected");
      assertThat(outcome.records("tls.handshake")).isEmpty();
      assertSaysOnceWhatIsNotSeen(outcome);
    }
  }

  private static Library crt(String version) {
    return Library.of("software.amazon.awssdk.crt:aws-crt:" + version);
  }

  private static void assertContext(Outcome outcome, String action) {
    List<JsonObject> records = outcome.records("tls.handshake");
    assertThat(records).describedAs("%s", outcome).hasSize(1);
    assertThat(text(records.get(0), "action")).isEqualTo(action);
    assertThat(records.get(0).getAsJsonArray("rules").toString()).contains("tls.min-version");
    assertThat(text(records.get(0), "reason")).contains("TLSv1.1 (below TLSv1.2)");
    assertThat(text(records.get(0), "tls.provider")).isEqualTo("AWS CRT");
  }

  private static void assertSaysOnceWhatIsNotSeen(Outcome outcome) {
    assertThat(outcome.records("lifecycle"))
        .describedAs("%s", outcome)
        .filteredOn(record -> text(record, "reason").contains("TLS of the AWS CRT is native"))
        .hasSize(1);
  }
}
