package dev.stockade.policy.tls;

import static dev.stockade.policy.rule.Direction.OUT;
import static java.util.Collections.emptyList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class NarrowingTest {
  private static final String GOOD = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
  private static final String STATIC = "TLS_RSA_WITH_AES_256_GCM_SHA384";
  private static final String SCSV = "TLS_EMPTY_RENEGOTIATION_INFO_SCSV";

  private final TlsPolicy policy = new TlsPolicy(Profiles.named("aws-outposts"));

  @Test
  void aCleanOfferIsNotNarrowed() {
    Narrowing narrowing =
        policy.narrowOnce(Offer.of(List.of("TLSv1.3", "TLSv1.2"), List.of(GOOD, SCSV)));

    assertThat(narrowing).isSameAs(Narrowing.NONE);
    assertThat(narrowing.isEmpty()).isTrue();
    assertThat(narrowing.leavesNothing()).isFalse();
    assertThat(narrowing.rules()).isEmpty();
    assertThat(narrowing.reason()).isNull();
  }

  @Test
  void anEmptyOfferIsNotOurs() {
    assertThat(policy.narrowOnce(Offer.of(emptyList(), emptyList()))).isSameAs(Narrowing.NONE);
  }

  @Test
  void theOldHelloIsNoVersion() {
    assertThat(policy.narrowOnce(Offer.of(List.of("SSLv2Hello", "TLSv1.2"), List.of(GOOD))))
        .isSameAs(Narrowing.NONE);
    assertThat(policy.narrowOnce(Offer.of(List.of("SSLv2Hello"), List.of(GOOD))))
        .isSameAs(Narrowing.NONE);
    assertThat(
            policy
                .narrowOnce(Offer.of(List.of("SSLv2Hello", "TLSv1"), List.of(GOOD)))
                .leavesNothing())
        .isTrue();
  }

  @Test
  void theReasonNamesVersionsAndAFewSuites() {
    Narrowing narrowing =
        policy.narrowOnce(
            Offer.of(
                List.of("TLSv1.2", "TLSv1.1", "TLSv1"),
                List.of(
                    GOOD,
                    STATIC,
                    "TLS_RSA_WITH_AES_128_GCM_SHA256",
                    "TLS_RSA_WITH_AES_256_CBC_SHA256",
                    "TLS_RSA_WITH_AES_128_CBC_SHA",
                    "SSL_RSA_WITH_RC4_128_SHA",
                    SCSV)));

    assertThat(narrowing.removedProtocols()).containsExactly("TLSv1.1", "TLSv1");
    assertThat(narrowing.removedSuites()).hasSize(5).doesNotContain(GOOD, SCSV);
    assertThat(narrowing.leavesNothing()).isFalse();
    assertThat(narrowing.rules())
        .containsExactly(Rule.TLS_MIN_VERSION, Rule.TLS_FORWARD_SECRECY, Rule.TLS_CIPHER_STRENGTH);
    assertThat(narrowing.reason())
        .isEqualTo(
            "the offer holds TLSv1.1, TLSv1 (below TLSv1.2), 4 cipher suites without forward"
                + " secrecy, 1 weak or unlisted cipher suite"
                + " (SSL_RSA_WITH_RC4_128_SHA)");
  }

  @Test
  void anOfferOfWeakSuitesAndSignalsAloneLeavesNothing() {
    Narrowing narrowing = policy.narrowOnce(Offer.of(List.of("TLSv1.2"), List.of(STATIC, SCSV)));

    assertThat(narrowing.leavesNothing()).isTrue();
    Finding finding = policy.offerLeavesNothing(narrowing);
    assertThat(finding.verdict()).isEqualTo(Verdict.VIOLATION);
    assertThat(finding.rules()).containsExactly(Rule.TLS_FORWARD_SECRECY);
    assertThat(finding.reason())
        .isEqualTo(
            "the offer holds 1 cipher suite without forward secrecy"
                + " (TLS_RSA_WITH_AES_256_GCM_SHA384), and nothing else is offered");
  }

  @Test
  void anOfferOfOldDtlsLeavesNothing() {
    Narrowing narrowing = policy.narrowOnce(Offer.of(List.of("DTLSv1.0"), List.of(GOOD)));

    assertThat(narrowing.leavesNothing()).isTrue();
    assertThat(narrowing.reason()).isEqualTo("the offer holds DTLSv1.0 (below DTLSv1.2)");
  }

  @Test
  void aNarrowedPassStaysAPassAndSaysWhatWasTakenOut() {
    Narrowing narrowing = policy.narrowOnce(Offer.of(List.of("TLSv1.2", "TLSv1"), List.of(GOOD)));

    Finding finding = policy.narrowed(Finding.PASS, narrowing);

    assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
    assertThat(finding.rules()).containsExactly(Rule.TLS_MIN_VERSION);
    assertThat(finding.reason()).isEqualTo("the offer holds TLSv1 (below TLSv1.2)");
    assertThat(Action.of(finding.verdict(), !narrowing.isEmpty(), false, false))
        .isEqualTo(Action.WOULD_HARDEN);
  }

  @Test
  void aViolationIsNotHiddenBehindTheRestOfTheOffer() {
    Finding judged =
        policy.judge(new TlsFacts.Builder(OUT).session("TLSv1.2", STATIC, false).build(), 0);

    Finding finding =
        policy.narrowed(
            judged, policy.narrowOnce(Offer.of(List.of("TLSv1.2", "TLSv1"), List.of(GOOD))));

    assertThat(finding).isSameAs(judged);
    assertThat(finding.rules()).containsExactly(Rule.TLS_FORWARD_SECRECY);
  }

  @Test
  void withoutNarrowingTheFindingStaysTheSame() {
    assertThat(policy.narrowed(Finding.PASS, Narrowing.NONE)).isSameAs(Finding.PASS);
  }
}
