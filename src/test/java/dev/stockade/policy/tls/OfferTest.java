package dev.stockade.policy.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.rule.RuleSelection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfferTest {
  private static final String GOOD = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
  private static final String STATIC = "TLS_RSA_WITH_AES_256_GCM_SHA384";

  private final TlsPolicy policy = new TlsPolicy(Profiles.named("aws-outposts"));

  @Test
  void equalNamesAreAnEqualOffer() {
    Offer one = Offer.of(List.of("TLSv1.2"), List.of(GOOD, STATIC));

    assertThat(Offer.of(new ArrayList<>(List.of("TLSv1.2")), new ArrayList<>(one.suites())))
        .isEqualTo(one)
        .hasSameHashCodeAs(one);
    assertThat(Offer.of(List.of("TLSv1.2"), List.of(STATIC, GOOD))).isNotEqualTo(one);
    assertThat(Offer.of(List.of("TLSv1.3"), List.of(GOOD, STATIC))).isNotEqualTo(one);
    assertThat(Offer.ofProtocols(List.of("TLSv1.2"))).isNotEqualTo(one);
  }

  @Test
  void partsThatAreSeenOneAfterTheOtherAreOneOffer() {
    Offer whole = Offer.of(List.of("TLSv1.2"), List.of(GOOD));
    Offer protocols = Offer.UNKNOWN.with(Offer.ofProtocols(List.of("TLSv1.2")));

    assertThat(protocols.isWhole()).isFalse();
    assertThat(protocols.with(Offer.ofSuites(List.of(GOOD)))).isEqualTo(whole);
    assertThat(Offer.UNKNOWN.with(Offer.ofSuites(List.of(GOOD))).with(protocols)).isEqualTo(whole);
    assertThat(whole.isWhole()).isTrue();
  }

  @Test
  void whatIsSeenLaterCountsAndWhatIsNotKnownChangesNothing() {
    Offer whole = Offer.of(List.of("TLSv1.2"), List.of(GOOD));

    assertThat(whole.with(Offer.UNKNOWN)).isSameAs(whole);
    assertThat(Offer.UNKNOWN.with(whole)).isSameAs(whole);
    assertThat(whole.with(Offer.ofSuites(List.of(STATIC))))
        .isEqualTo(Offer.of(List.of("TLSv1.2"), List.of(STATIC)));
  }

  @Test
  void aPeerCanChooseOnlyWhatItAsksFor() {
    Offer whole = Offer.of(List.of("TLSv1.3", "TLSv1.2"), List.of(GOOD, STATIC));

    assertThat(whole.among(List.of("TLSv1.2", "TLSv1.1"), List.of(STATIC)))
        .isEqualTo(Offer.of(List.of("TLSv1.2"), List.of(STATIC)));
    assertThat(whole.among(null, List.of(GOOD)))
        .isEqualTo(Offer.of(List.of("TLSv1.3", "TLSv1.2"), List.of(GOOD)));
  }

  @Test
  void ofAnUnknownOfferNothingIsTakenOut() {
    assertThat(policy.narrow(Offer.UNKNOWN)).isSameAs(Narrowing.NONE);
  }

  @Test
  void anEqualOfferIsNarrowedOnce() {
    Narrowing first = policy.narrow(Offer.of(List.of("TLSv1.2"), List.of(GOOD, STATIC)));

    assertThat(first.removedSuites()).containsExactly(STATIC);
    assertThat(first.removes(STATIC)).isTrue();
    assertThat(first.removes(GOOD)).isFalse();
    assertThat(policy.narrow(Offer.of(List.of("TLSv1.2"), List.of(GOOD, STATIC)))).isSameAs(first);
  }

  @Test
  void groupsAreAPartLikeTheOthers() {
    Offer groups = Offer.ofGroups(List.of("x25519"));
    Offer whole = Offer.of(List.of("TLSv1.2"), List.of(GOOD)).with(groups);

    assertThat(whole.groups()).containsExactly("x25519");
    assertThat(whole.protocols()).containsExactly("TLSv1.2");
    assertThat(whole.suites()).containsExactly(GOOD);
    assertThat(groups.with(Offer.of(List.of("TLSv1.2"), List.of(GOOD)))).isEqualTo(whole);
    assertThat(whole.with(Offer.UNKNOWN)).isSameAs(whole);
    assertThat(Offer.UNKNOWN.with(whole)).isSameAs(whole);
    assertThat(whole).isNotEqualTo(Offer.of(List.of("TLSv1.2"), List.of(GOOD)));
    assertThat(whole.withGroups(List.of())).isEqualTo(Offer.of(List.of("TLSv1.2"), List.of(GOOD)));
  }

  @Test
  void offersWithoutEndAreNotKept() {
    OfferNarrowing known =
        new OfferNarrowing(
            policy, "TLSv1.2", new HandshakeConditions(policy.profile(), RuleSelection.ALL));
    for (int i = 0; i < 10 * OfferNarrowing.MAX_KEPT; i++) {
      known.of(Offer.ofSuites(List.of("TLS_RSA_WITH_" + i)));
      assertThat(known.size()).isBetween(1, OfferNarrowing.MAX_KEPT);
    }
  }
}
