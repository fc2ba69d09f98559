package dev.stockade.policy.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandshakeFailuresTest {
  private final TlsPolicy policy = new TlsPolicy(Profiles.named("aws-outposts"));
  private final Narrowing suites =
      policy.narrowOnce(Offer.of(List.of("TLSv1.2"), List.of("TLS_RSA_WITH_AES_128_GCM_SHA256")));

  @Test
  void nothingInCommonIsAViolationInTheEnginesWords() {
    Finding finding =
        HandshakeFailures.nothingInCommon(
            Failure.toAgree(true, "HANDSHAKE_FAILURE", "alert"), suites);

    assertThat(finding.verdict()).isEqualTo(Verdict.VIOLATION);
    assertThat(finding.rules()).containsExactly(Rule.TLS_FORWARD_SECRECY);
    assertThat(finding.reason())
        .startsWith("the peer shares nothing that is allowed (alert), the offer holds 1 cipher");
    assertThat(
            HandshakeFailures.nothingInCommon(
                    Failure.toAgree(true, "HANDSHAKE_FAILURE", null), suites)
                .reason())
        .contains("no reason given");
  }

  @Test
  void whatMayComeOfTheNarrowingIsAWarningThatSaysSo() {
    Finding hungUp =
        HandshakeFailures.afterNarrowing(Failure.hungUp("UNEXPECTED_MESSAGE", "reset"), suites);

    assertThat(hungUp.verdict()).isEqualTo(Verdict.WARN);
    assertThat(hungUp.rules()).containsExactly(Rule.TLS_FORWARD_SECRECY);
    assertThat(hungUp.reason())
        .isEqualTo(
            "unexpected_message: reset; the connection ended before the peer's hello, perhaps for"
                + " want of what was taken out of the offer: 1 cipher suite without forward secrecy"
                + " (TLS_RSA_WITH_AES_128_GCM_SHA256)");
    assertThat(
            HandshakeFailures.afterNarrowing(Failure.unseen("CLOSE_NOTIFY", null), suites).reason())
        .startsWith("close_notify; whether it failed for want of")
        .contains("cannot be known");
  }

  @Test
  void aFailureOfAnotherKindIsANoteInTheEnginesWords() {
    Finding finding =
        HandshakeFailures.failed(Failure.other("BAD_CERTIFICATE", "PKIX path building failed"));

    assertThat(finding.verdict()).isEqualTo(Verdict.NOTE);
    assertThat(finding.rules()).isEmpty();
    assertThat(finding.reason()).isEqualTo("bad_certificate: PKIX path building failed");
  }
}
