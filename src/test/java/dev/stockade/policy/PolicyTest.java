package dev.stockade.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.rule.Mode;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Stage;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyTest {
  @Test
  void aRuleWithoutAStageFollowsTheMode() {
    assertThat(of(Mode.OFF).stage(Rule.AWS_UNSIGNED)).isEqualTo(Stage.OFF);
    assertThat(of(Mode.AUDIT).stage(Rule.AWS_UNSIGNED)).isEqualTo(Stage.AUDIT);
    assertThat(of(Mode.CANARY).stage(Rule.AWS_UNSIGNED)).isEqualTo(Stage.CANARY);
    assertThat(of(Mode.ENFORCE).stage(Rule.AWS_UNSIGNED)).isEqualTo(Stage.ENFORCE);
  }

  @Test
  void onlyAStageOfItsOwnRaisesARuleThatIsReportedByDefault() {
    assertThat(of(Mode.ENFORCE).stage(Rule.AWS_IMDS_V1)).isEqualTo(Stage.AUDIT);
    assertThat(of(Mode.ENFORCE).isRaised(Rule.AWS_IMDS_V1)).isFalse();

    Policy policy = of(Mode.ENFORCE, Rule.AWS_IMDS_V1, Stage.ENFORCE);

    assertThat(policy.stage(Rule.AWS_IMDS_V1)).isEqualTo(Stage.ENFORCE);
    assertThat(policy.isRaised(Rule.AWS_IMDS_V1)).isTrue();
    assertThat(of(Mode.ENFORCE, Rule.AWS_IMDS_V1, Stage.AUDIT).isRaised(Rule.AWS_IMDS_V1))
        .isFalse();
  }

  @Test
  void someRulesNeverBlock() {
    for (Mode mode : Mode.values()) {
      Policy policy = of(mode, Rule.AWS_SIGNATURE_SKEW, Stage.ENFORCE);
      assertThat(policy.stage(Rule.AWS_SIGNATURE_SKEW)).isLessThanOrEqualTo(Stage.AUDIT);
    }
  }

  @Test
  void whatIsAboutTlsIsOnlyAuditedUnderAProfileThatIsReportOnly() {
    Policy policy =
        of(Mode.ENFORCE, Rule.TLS_GROUP, Stage.ENFORCE).copy().profile("cnsa-2.0-draft-05").build();

    assertThat(policy.stage(Rule.TLS_MIN_VERSION)).isEqualTo(Stage.AUDIT);
    assertThat(policy.stage(Rule.TLS_GROUP)).isEqualTo(Stage.AUDIT);
    assertThat(policy.stage(Rule.AWS_UNSIGNED)).isEqualTo(Stage.ENFORCE);
  }

  @Test
  void aShortNameIsResolvedToTheProfileThatItMeans() {
    Policy policy = new Policy.Builder().profile("fips").build();

    assertThat(policy.profile()).isEqualTo("fips-140-3-core-2026");
    assertThat(policy.tlsProfile().id()).isEqualTo("fips-140-3-core-2026");
    assertThat(policy.tlsProfile()).isSameAs(policy.tlsProfile());
  }

  @Test
  void whoTurnedCipherStrengthOffMeantGroupsToo() {
    assertThat(of(Mode.ENFORCE, Rule.TLS_CIPHER_STRENGTH, Stage.OFF).stage(Rule.TLS_GROUP))
        .isEqualTo(Stage.OFF);
    assertThat(of(Mode.ENFORCE, Rule.TLS_CIPHER_STRENGTH, Stage.AUDIT).stage(Rule.TLS_GROUP))
        .isEqualTo(Stage.AUDIT);

    Map<Rule, Stage> both =
        Map.of(Rule.TLS_CIPHER_STRENGTH, Stage.OFF, Rule.TLS_GROUP, Stage.ENFORCE);
    Policy named = new Policy.Builder().mode(Mode.ENFORCE).stages(both).build();
    assertThat(named.stage(Rule.TLS_GROUP)).isEqualTo(Stage.ENFORCE);
  }

  @Test
  void auditAndOffStandAboveStages() {
    assertThat(of(Mode.AUDIT, Rule.AWS_UNSIGNED, Stage.ENFORCE).stage(Rule.AWS_UNSIGNED))
        .isEqualTo(Stage.AUDIT);
    assertThat(of(Mode.AUDIT, Rule.AWS_UNSIGNED, Stage.OFF).stage(Rule.AWS_UNSIGNED))
        .isEqualTo(Stage.OFF);
    assertThat(of(Mode.OFF, Rule.AWS_UNSIGNED, Stage.ENFORCE).stage(Rule.AWS_UNSIGNED))
        .isEqualTo(Stage.OFF);
    assertThat(of(Mode.CANARY, Rule.AWS_UNSIGNED, Stage.ENFORCE).stage(Rule.AWS_UNSIGNED))
        .isEqualTo(Stage.ENFORCE);
  }

  @Test
  void loweringNeverRaises() {
    Policy policy =
        of(Mode.ENFORCE, Rule.AWS_UNSIGNED, Stage.OFF)
            .copy()
            .lowered(Map.of(Rule.AWS_UNSIGNED, Stage.AUDIT, Rule.AWS_CLEARTEXT, Stage.AUDIT))
            .build();

    assertThat(policy.stage(Rule.AWS_UNSIGNED)).isEqualTo(Stage.OFF);
    assertThat(policy.stage(Rule.AWS_CLEARTEXT)).isEqualTo(Stage.AUDIT);
    assertThat(policy.isLowered(Rule.AWS_CLEARTEXT)).isTrue();
    assertThat(policy.isLowered(Rule.TLS_DH_SIZE)).isFalse();
  }

  @Test
  void aCopiedBuilderGoesItsOwnWay() {
    Policy.Builder builder = new Policy.Builder().mode(Mode.CANARY);
    Policy other = builder.copy().mode(Mode.ENFORCE).build();

    assertThat(builder.build().mode()).isEqualTo(Mode.CANARY);
    assertThat(other.mode()).isEqualTo(Mode.ENFORCE);
  }

  private static Policy of(Mode mode) {
    return new Policy.Builder().mode(mode).build();
  }

  private static Policy of(Mode mode, Rule rule, Stage stage) {
    return new Policy.Builder().mode(mode).stages(Map.of(rule, stage)).build();
  }
}
