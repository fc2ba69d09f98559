package dev.stockade.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private final TlsPolicy policy = new TlsPolicy(Profiles.named("aws-outposts"));
  private final Narrowing both =
      policy.narrow(
          List.of("TLSv1.2", "TLSv1.1"),
          List.of("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_RSA_WITH_AES_128_GCM_SHA256"));

  @Test
  void aVersionAlertIsAboutVersionsAlone() {
    Finding finding = Failures.nothingInCommon(both, "PROTOCOL_VERSION", "alert");

    assertThat(finding.verdict()).isEqualTo(Verdict.VIOLATION);
    assertThat(finding.rules()).containsExactly(Rule.TLS_MIN_VERSION);
    assertThat(finding.reason()).contains("TLSv1.1").doesNotContain("cipher suite");
  }

  @Test
  void anyOtherAlertNamesTheSuitesFirst() {
    Finding finding = Failures.nothingInCommon(both, "HANDSHAKE_FAILURE", null);

    assertThat(finding.rules()).containsExactly(Rule.TLS_FORWARD_SECRECY, Rule.TLS_MIN_VERSION);
    assertThat(finding.reason()).contains("no reason given", "TLSv1.1", "1 cipher suite without");
  }

  @Test
  void aVersionAlertWithoutRemovedVersionsIsAboutTheSuites() {
    Narrowing suites =
        policy.narrow(List.of("TLSv1.2"), List.of("TLS_RSA_WITH_AES_128_GCM_SHA256"));

    assertThat(Failures.nothingInCommon(suites, "PROTOCOL_VERSION", "x").rules())
        .containsExactly(Rule.TLS_FORWARD_SECRECY);
  }

  @Test
  void aVersionThatWasNotTakenOutIsNoFaultOfThePolicy() {
    String tooNew =
        "The client supported protocol versions [TLSv1.3] are not accepted by server preferences"
            + " [TLSv1.2]";
    String tooOld =
        "The server selected protocol version TLSv1 is not accepted by client [TLSv1.2]";

    assertThat(Failures.mayComeOf(both, "PROTOCOL_VERSION", tooNew)).isFalse();
    assertThat(Failures.mayComeOf(both, "PROTOCOL_VERSION", tooOld)).isFalse();
  }

  @Test
  void aVersionThatWasTakenOutOrIsNotNamedMayBeMissed() {
    String taken =
        "Client requested protocol TLSv1.1 is not enabled or supported in server context";
    String unnamed = "Received fatal alert: protocol_version";

    assertThat(Failures.mayComeOf(both, "PROTOCOL_VERSION", taken)).isTrue();
    assertThat(Failures.mayComeOf(both, "PROTOCOL_VERSION", unnamed)).isTrue();
    assertThat(Failures.mayComeOf(both, "PROTOCOL_VERSION", null)).isTrue();
    assertThat(Failures.mayComeOf(both, "HANDSHAKE_FAILURE", "TLSv1.3")).isTrue();
    assertThat(Failures.mayComeOf(both, "BAD_CERTIFICATE", "TLSv1.1")).isFalse();
  }

  @Test
  void aFailureOfAnotherKindIsANoteInTheEnginesWords() {
    Finding finding = Failures.failed("BAD_CERTIFICATE", "PKIX path building failed");

    assertThat(finding.verdict()).isEqualTo(Verdict.NOTE);
    assertThat(finding.rules()).isEmpty();
    assertThat(finding.reason()).isEqualTo("bad_certificate: PKIX path building failed");
  }
}
