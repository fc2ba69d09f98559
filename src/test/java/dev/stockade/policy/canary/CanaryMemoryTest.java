package dev.stockade.policy.canary;

import static dev.stockade.policy.canary.CanaryOutcome.BLOCKED;
import static dev.stockade.policy.canary.CanaryTrial.HERE;
import static dev.stockade.policy.canary.CanaryTrial.MINUTE;
import static dev.stockade.policy.canary.CanaryTrial.RULE;
import static dev.stockade.policy.canary.CanaryTrial.usual;
import static java.util.Collections.emptyList;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What outlives a restart or a new policy. */
class CanaryMemoryTest {
  private static final CanarySettings ALL = new CanarySettings.Builder().percent(100).build();
  private static final CanarySettings ALL_SALTED =
      new CanarySettings.Builder().percent(100).salt("2").build();
  private static final CanaryChange ROLLBACK = CanaryChange.rollback(RULE, HERE, "", 1, "why");
  private static final CanaryChange FUSE = CanaryChange.fuse("", 2, "why");

  @Test
  void whatWasTakenBackStaysSoAfterARestart() {
    Canary canary = new Canary(ALL, "orders-1", List.of(ROLLBACK, ROLLBACK));

    assertThat(canary.enforces(RULE, HERE, 1)).isFalse();
    assertThat(canary.enforces(RULE, "other:1433", 1)).isTrue();
    assertThat(canary.takenBack()).containsExactly(ROLLBACK);
    assertThat(canary.fuseBlown()).isFalse();
  }

  @Test
  void aBlownFuseStaysSoAfterARestart() {
    Canary canary = new Canary(ALL, "orders-1", List.of(ROLLBACK, FUSE));

    assertThat(canary.fuseBlown()).isTrue();
    assertThat(canary.enforces(RULE, "other:1433", 1)).isFalse();
    assertThat(canary.takenBack()).containsExactly(ROLLBACK, FUSE);
  }

  @Test
  void whatWasTakenBackUnderAnotherSaltDoesNotHold() {
    Canary canary = new Canary(ALL_SALTED, "orders-1", List.of(ROLLBACK, FUSE));

    assertThat(canary.enforces(RULE, HERE, 1)).isTrue();
    assertThat(canary.takenBack()).isEmpty();
    assertThat(canary.fuseBlown()).isFalse();
  }

  @Test
  void aNewPolicyKeepsWhatWasTakenBack() {
    Canary canary = new Canary(ALL, "orders-1", List.of(ROLLBACK)).with(ALL.withPercent(99));

    assertThat(canary.enforces(RULE, HERE, 1)).isFalse();
    assertThat(canary.takenBack()).containsExactly(ROLLBACK);
    assertThat(canary.with(ALL_SALTED).takenBack()).isEmpty();
    assertThat(canary.with(ALL_SALTED).enforces(RULE, HERE, 1)).isTrue();
  }

  @Test
  void aNewPolicyKeepsWindowsCountsAndTheFuse() {
    CanaryTrial trial = usual().enforced(19, BLOCKED);
    Canary before = trial.canary;
    trial.canary = before.with(ALL.withPercent(50));
    assertThat(trial.enforced(1, BLOCKED).changes).hasSize(1);
    assertThat(trial.canary.enforcedCount()).isEqualTo(20);

    // A thread that still holds the former canary is told the same.
    assertThat(before.enforces(RULE, HERE, 1)).isFalse();

    trial.canary = trial.canary.with(new CanarySettings.Builder().fuse(1, MINUTE).build());
    assertThat(trial.enforced(1, BLOCKED, "second").canary.fuseBlown()).isTrue();
    assertThat(before.fuseBlown()).isTrue();
  }

  @Test
  void aNewPolicyMayChangeTheWindow() {
    CanaryTrial trial = usual().enforced(19, BLOCKED);
    trial.canary =
        trial.canary.with(
            new CanarySettings.Builder().percent(100).rollback(20, 5, 7 * MINUTE).build());

    assertThat(trial.enforced(19, BLOCKED).changes).isEmpty();
    assertThat(trial.enforced(1, BLOCKED).changes).hasSize(1);
  }

  @Test
  void whatIsTakenBackIsACopyThatCannotBeChanged() {
    CanaryTrial trial = usual();
    List<CanaryChange> before = trial.canary.takenBack();
    trial.enforced(20, BLOCKED);

    assertThat(before).isEmpty();
    assertThat(trial.canary.takenBack()).isUnmodifiable().hasSize(1);
  }

  @Test
  void aStateFileWithoutEndStaysWithinTheBound() {
    List<CanaryChange> many = new ArrayList<>();
    for (int i = 0; i < 3 * CanaryLedger.MAX_DESTINATIONS; i++) {
      many.add(CanaryChange.rollback(RULE, "host-" + i, "", i, "why"));
    }
    Canary canary = new Canary(ALL, "orders-1", many);

    assertThat(canary.takenBack()).hasSize(CanaryLedger.MAX_DESTINATIONS);
    assertThat(many).noneMatch(change -> canary.enforces(RULE, change.destination(), 1));
    assertThat(new Canary(ALL, "orders-1", emptyList()).takenBack()).isEmpty();
  }
}
