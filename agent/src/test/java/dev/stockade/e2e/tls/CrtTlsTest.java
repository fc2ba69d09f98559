package dev.stockade.e2e.tls;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Library;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.kit.Trial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The AWS CRT: its minimum version is judged and raised; what it negotiates cannot be seen. */
class CrtTlsTest {
  @TempDir Path folder;

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

  @Test
  void oneThatVerifiesNoPeerIsToldAndRefusedByItsOwnStage() throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS12_ECDHE)) {
      Outcome told = unverified("mode=enforce", server);
      assertThat(told.lineFor(server.target())).endsWith(" ok connected");
      assertTrustAll(told, "tls.handshake", "warn");

      Path policy =
          Files.writeString(
              folder.resolve("policy.yaml"), "mode: enforce\nrules:\n  tls.trust-all: enforce\n");
      Outcome own = unverified("policy=" + policy, server);
      assertThat(own.lineFor(server.target()))
          .contains(" failed java.lang.IllegalStateException: stockade: blocked TLS")
          .contains("(rule tls.trust-all)");
      assertTrustAll(own, "tls.blocked", "violation");
    }
  }

  private static Outcome unverified(String options, OpensslServer server) throws Exception {
    return ChildJvm.on(Jdk.running())
        .library(crt("0.49.0"))
        .agent(Launch.JAVAAGENT, options)
        .start("CrtClient", server.target())
        .outcome()
        .assertHostLived();
  }

  private static void assertTrustAll(Outcome outcome, String kind, String verdict) {
    assertThat(outcome.records(kind))
        .describedAs("%s", outcome)
        .singleElement()
        .satisfies(
            record -> {
              assertThat(text(record, "verdict")).isEqualTo(verdict);
              assertThat(text(record, "rules")).contains("tls.trust-all");
              assertThat(text(record, "reason")).contains("verifyPeer=false");
              assertThat(text(record, "code.class")).isEqualTo("dev.stockade.apps.CrtClient");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-Dapp.minimum=TLSv1_2"})
  void theDefaultAndAHighMinimumAreLeftAlone(String minimum) throws Exception {
    try (OpensslServer strong = OpensslServer.limitedTo(Peer.TLS12_ECDHE)) {
      ChildJvm child =
          ChildJvm.on(Jdk.running()).library(crt("0.49.0")).with("-Dapp.ca=" + Keys.certificate());
      Outcome outcome =
          (minimum.isEmpty() ? child : child.with(minimum))
              .agent(Launch.JAVAAGENT, "mode=enforce")
              .start("CrtClient", "localhost:" + strong.port())
              .outcome()
              .assertHostLived();

      assertThat(outcome.lineFor("localhost:" + strong.port())).endsWith(" ok connected");
      assertThat(outcome.records("tls.handshake")).isEmpty();
      assertSaysOnceWhatIsNotSeen(outcome);
    }
  }

  private static Library crt(String version) {
    return Library.of("software.amazon.awssdk.crt:aws-crt:" + version);
  }

  private static void assertContext(Outcome outcome, String action) {
    List<JsonObject> records =
        outcome.records("tls.handshake").stream()
            .filter(record -> !text(record, "rules").contains("tls.trust-all"))
            .toList();
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
