package dev.stockade.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.canary.Canary;
import dev.stockade.policy.canary.CanaryChange;
import dev.stockade.policy.canary.CanarySettings;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Mode;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import dev.stockade.policy.tls.Failure;
import dev.stockade.policy.tls.Offer;
import dev.stockade.policy.tls.TlsFacts;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a failed handshake comes to, and what a canary learns from it. */
class JudgedFailuresTest {
  private static final long NOW = LocalDate.of(2026, 11, 24).toEpochDay() * 86_400_000L;
  private static final List<String> SUITES =
      List.of("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_RSA_WITH_AES_128_GCM_SHA256");

  private final Policy.Builder policy = new Policy.Builder().mode(Mode.ENFORCE);
  private final Offer offer = Offer.of(List.of("TLSv1.2"), SUITES);

  @Test
  void aCanaryLearnsOnlyFromFailuresThatMayComeOfTheNarrowing() {
    CanarySettings settings =
        new CanarySettings.Builder().percent(100).rollback(3, 5, 60_000).build();
    policy.mode(Mode.CANARY).canary(settings);

    Failure tooOld = Failure.toAgree(true, "PROTOCOL_VERSION", "Received fatal alert");
    Failure certificate = Failure.other("BAD_CERTIFICATE", null);
    Failure hungUp = Failure.hungUp("HANDSHAKE_FAILURE", "Connection reset");
    assertThat(changesAfterTwenty(settings, Direction.OUT, tooOld)).isEmpty();
    assertThat(changesAfterTwenty(settings, Direction.OUT, certificate)).isEmpty();
    assertThat(changesAfterTwenty(settings, Direction.OUT, Failure.unseen("CLOSE_NOTIFY", null)))
        .isEmpty();
    assertThat(changesAfterTwenty(settings, Direction.OUT, hungUp))
        .singleElement()
        .matches(change -> change.rule() == Rule.TLS_FORWARD_SECRECY);
  }

  @Test
  void aFailureIsNeverAllowed() {
    Failure hungUp = Failure.hungUp("HANDSHAKE_FAILURE", "Connection reset");

    assertThat(failed(hungUp).action()).isEqualTo(Action.FAILED_AFTER_NARROWING);
    assertThat(failed(Failure.other("BAD_CERTIFICATE", null)).action()).isEqualTo(Action.FAILED);
    policy.mode(Mode.AUDIT);
    assertThat(failed(hungUp).action()).isEqualTo(Action.FAILED);
    assertThat(failed(hungUp).finding().verdict()).isEqualTo(Verdict.NOTE);
  }

  private Decision failed(Failure failure) {
    Judge judge = new Judge(policy.build(), "app", null);
    TlsFacts facts = new TlsFacts.Builder(Direction.OUT).peer("db", null, 443).build();
    return judge.failed(judge.effective(Peer.of(facts), null, 0, NOW), facts, offer, failure, NOW);
  }

  private List<CanaryChange> changesAfterTwenty(
      CanarySettings settings, Direction direction, Failure failure) {
    Judge judge = new Judge(policy.build(), "app", new Canary(settings, "i", List.of()));
    TlsFacts facts = new TlsFacts.Builder(direction).peer("db", null, 443).build();
    for (int i = 0; i < 20; i++) {
      EffectivePolicy effective = judge.effective(Peer.of(facts), null, 0, NOW);
      judge.failed(effective, facts, offer, failure, NOW);
    }
    return judge.canary().takenBack();
  }
}
