package dev.stockade.policy.canary;

import static dev.stockade.policy.canary.CanaryOutcome.BLOCKED;
import static dev.stockade.policy.canary.CanaryOutcome.FAILED;
import static dev.stockade.policy.canary.CanaryOutcome.PASSED;
import static dev.stockade.policy.canary.CanaryTrial.HERE;
import static dev.stockade.policy.canary.CanaryTrial.MINUTE;
import static dev.stockade.policy.canary.CanaryTrial.RULE;
import static dev.stockade.policy.canary.CanaryTrial.usual;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.rule.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanaryRollbackTest {
  @Test
  void tooFewOutcomesAreInconclusive() {
    CanaryTrial trial = usual().enforced(19, BLOCKED);

    assertThat(trial.changes).isEmpty();
    assertThat(trial.canary.enforces(RULE, HERE, 1)).isTrue();
  }

  @Test
  void theLimitItselfIsNotPassed() {
    CanaryTrial trial = usual().enforced(19, PASSED).enforced(1, BLOCKED);
    assertThat(trial.changes).isEmpty();

    trial.enforced(1, BLOCKED);
    assertThat(trial.reason())
        .isEqualTo("2 of 21 connections were blocked within 5m, the limit is 5%");
  }

  /** In doubles 7 / 100 * 100 is more than 7. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 14, 28, 29, 55, 56, 57, 58})
  void theLimitIsExactForEachPercentage(int percent) {
    CanaryTrial trial =
        new CanaryTrial(new CanarySettings.Builder().rollback(100, percent, 5 * MINUTE));
    trial.enforced(100 - percent, PASSED).enforced(percent, BLOCKED);
    assertThat(trial.changes).isEmpty();

    trial.enforced(1, BLOCKED);
    assertThat(trial.changes).hasSize(1);
  }

  @Test
  void aChangeSaysWhatWhereWhenAndWhy() {
    CanaryTrial trial =
        new CanaryTrial(new CanarySettings.Builder().salt("s1"))
            .enforced(20, BLOCKED, "DB.Internal:1433");

    assertThat(trial.changes)
        .containsExactly(
            CanaryChange.rollback(
                RULE,
                HERE,
                "s1",
                trial.now,
                "20 of 20 connections were blocked within 5m, the limit is 5%"));
    assertThat(trial.canary.takenBack()).isEqualTo(trial.changes);
  }

  @Test
  void onlyThatRuleAtThatDestinationGoesBackAndOnlyOnce() {
    CanaryTrial trial = usual().enforced(20, BLOCKED).enforced(50, BLOCKED);

    assertThat(trial.changes).hasSize(1);
    assertThat(trial.canary.enforces(RULE, HERE, 1)).isFalse();
    assertThat(trial.canary.enforces(RULE, "other:1433", 1)).isTrue();
    assertThat(trial.canary.enforces(Rule.TLS_FORWARD_SECRECY, HERE, 1)).isTrue();
    assertThat(trial.canary.enforcedCount()).isEqualTo(70);
  }

  @Test
  void aGoodOutcomeMayBeTheOneThatMakesItEnough() {
    CanaryTrial trial = usual().enforced(3, BLOCKED).enforced(16, PASSED);
    assertThat(trial.changes).isEmpty();

    trial.enforced(1, PASSED);
    assertThat(trial.reason())
        .isEqualTo("3 of 20 connections were blocked within 5m, the limit is 5%");
  }

  @Test
  void failuresCountWhereNothingIsKnownToCompareWith() {
    assertThat(usual().enforced(15, PASSED).enforced(3, BLOCKED).enforced(2, FAILED).reason())
        .isEqualTo("3 of 20 connections were blocked and 2 failed within 5m, the limit is 5%");
    assertThat(usual().enforced(18, PASSED).enforced(2, FAILED).reason())
        .isEqualTo("2 of 20 connections failed within 5m, the limit is 5%");
  }

  @Test
  void failuresThatAreJustAsFrequentWithoutTheRuleAreNotItsFault() {
    CanaryTrial trial = usual().audited(30, PASSED, "a").audited(10, FAILED, "b");

    // A quarter fails anyway; 30 % is the limit itself.
    trial.enforced(70, PASSED).enforced(30, FAILED);
    assertThat(trial.changes).isEmpty();

    trial.enforced(1, FAILED);
    assertThat(trial.reason())
        .isEqualTo(
            "31 of 101 connections failed within 5m, where audited 10 of 40 failed,"
                + " the limit is 5%");
  }

  @Test
  void fewerFailuresThanElsewhereDoNotMakeUpForBlocks() {
    CanaryTrial trial = usual().audited(20, FAILED, "a");
    trial.enforced(18, PASSED).enforced(2, BLOCKED);

    assertThat(trial.reason())
        .isEqualTo("2 of 20 connections were blocked within 5m, the limit is 5%");
  }

  @Test
  void theDestinationItselfIsTheBestComparison() {
    CanaryTrial trial = usual().audited(1_000, PASSED, "a");
    trial.audited(19, FAILED, HERE).enforced(19, FAILED).audited(1, FAILED, HERE);

    assertThat(trial.enforced(100, FAILED).changes).isEmpty();
  }

  @Test
  void fewAuditedOutcomesAreNoComparison() {
    assertThat(usual().audited(19, FAILED, "a").enforced(20, FAILED).reason())
        .isEqualTo("20 of 20 connections failed within 5m, the limit is 5%");
  }

  @Test
  void auditedOutcomesTakeNothingBack() {
    CanaryTrial trial = usual().audited(100, BLOCKED, HERE).audited(100, FAILED, HERE);

    assertThat(trial.changes).isEmpty();
    assertThat(trial.canary.auditedCount()).isEqualTo(200);
  }

  @Test
  void outcomesOfAnotherRuleDoNotCount() {
    CanaryTrial trial = usual().enforced(19, BLOCKED);

    assertThat(trial.canary.outcome(Rule.AWS_UNSIGNED, HERE, true, BLOCKED, trial.now)).isEmpty();
    assertThat(trial.enforced(1, BLOCKED).changes).hasSize(1);
  }

  @Test
  void outcomesLeaveTheWindow() {
    CanaryTrial trial = usual().enforced(19, BLOCKED).later(5 * MINUTE).enforced(19, BLOCKED);

    assertThat(trial.changes).isEmpty();
  }

  @Test
  void outcomesCountForNineTenthsOfTheWindow() {
    CanaryTrial trial =
        usual().enforced(19, BLOCKED).later(5 * MINUTE * 9 / 10).enforced(1, BLOCKED);

    assertThat(trial.changes).hasSize(1);
  }

  @Test
  void aSlowTrickleOfBlocksStaysInconclusive() {
    CanaryTrial trial = usual();
    for (int i = 0; i < 1_000; i++) {
      trial.later(20_000).enforced(1, BLOCKED);
    }
    assertThat(trial.changes).isEmpty();
  }

  @Test
  void callsToAwsAreRequests() {
    Canary canary = usual().canary;
    for (int i = 0; i < 19; i++) {
      canary.outcome(Rule.AWS_UNSIGNED, "s3.eu-west-1.amazonaws.com", true, PASSED, 1);
    }
    canary.outcome(Rule.AWS_UNSIGNED, "s3.eu-west-1.amazonaws.com", true, BLOCKED, 1);
    assertThat(canary.outcome(Rule.AWS_UNSIGNED, "s3.eu-west-1.amazonaws.com", true, BLOCKED, 1))
        .extracting(CanaryChange::reason)
        .containsExactly("2 of 21 requests were blocked within 5m, the limit is 5%");
  }

  @Test
  void aLimitOfNoneAndNoLeastNumberTakeBackAtTheFirstBlock() {
    CanaryTrial trial =
        new CanaryTrial(new CanarySettings.Builder().rollback(0, 0, 90_000)).enforced(1, BLOCKED);

    assertThat(trial.reason())
        .isEqualTo("1 of 1 connections was blocked within 90s, the limit is 0%");
  }
}
