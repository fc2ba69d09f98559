package dev.stockade.policy.canary;

import static dev.stockade.policy.canary.CanaryOutcome.BLOCKED;
import static dev.stockade.policy.canary.CanaryOutcome.FAILED;
import static dev.stockade.policy.canary.CanaryTrial.MINUTE;
import static dev.stockade.policy.canary.CanaryTrial.RULE;
import static dev.stockade.policy.canary.CanaryTrial.usual;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.rule.Rule;
import org.junit.jupiter.api.Test;

/** The usual fuse: more than 10 destinations within 10 minutes. */
class CanaryFuseTest {
  @Test
  void oneDestinationTooManyPutsEverythingBack() {
    CanaryTrial trial = blockedAt(usual(), 10);
    assertThat(trial.changes).isEmpty();
    assertThat(trial.canary.fuseBlown()).isFalse();

    trial.enforced(1, BLOCKED, "eleventh:443");
    assertThat(trial.changes)
        .containsExactly(
            CanaryChange.fuse(
                "", trial.now, "11 destinations had blocks within 10m, the limit is 10"));
    assertThat(trial.canary.fuseBlown()).isTrue();
    assertThat(trial.canary.takenBack()).isEqualTo(trial.changes);
    for (Rule rule : Rule.values()) {
      assertThat(trial.canary.enforces(rule, "never-seen:443", 1)).isFalse();
    }
  }

  @Test
  void itBlowsOnce() {
    CanaryTrial trial = blockedAt(usual(), 200);

    assertThat(trial.changes).hasSize(1);
    assertThat(trial.canary.enforcedCount()).isEqualTo(200);
  }

  @Test
  void oneDestinationCountsOnceHoweverOftenItIsBlocked() {
    CanaryTrial trial = usual().enforced(1_000, BLOCKED);

    assertThat(trial.canary.fuseBlown()).isFalse();
  }

  @Test
  void blocksLongAgoDoNotCount() {
    CanaryTrial trial = usual();
    for (int i = 0; i < 1_000; i++) {
      trial.later(MINUTE).enforced(1, BLOCKED, "host-" + i);
    }
    assertThat(trial.changes).isEmpty();

    blockedAt(trial, 1);
    assertThat(trial.canary.fuseBlown()).isTrue();
  }

  @Test
  void theLastBlockOfADestinationCounts() {
    CanaryTrial trial = usual().enforced(1, BLOCKED, "again").later(9 * MINUTE);
    trial.enforced(1, BLOCKED, "again").later(9 * MINUTE);

    assertThat(blockedAt(trial, 10).canary.fuseBlown()).isTrue();
  }

  @Test
  void aDestinationThatIsBlockedAgainKeepsNoOtherAlive() {
    CanaryTrial trial = blockedAt(usual().enforced(1, BLOCKED, "again"), 9).later(9 * MINUTE);
    trial.enforced(1, BLOCKED, "again").later(3 * MINUTE).enforced(1, BLOCKED, "eleventh");

    assertThat(trial.canary.fuseBlown()).isFalse();
  }

  @Test
  void failuresAndAuditedBlocksDoNotBlowIt() {
    CanaryTrial trial = usual();
    for (int i = 0; i < 100; i++) {
      trial.enforced(1, FAILED, "host-" + i).audited(1, BLOCKED, "host-" + i);
    }
    assertThat(trial.canary.fuseBlown()).isFalse();
  }

  @Test
  void noDestinationsMeansNoFuse() {
    CanaryTrial trial =
        blockedAt(new CanaryTrial(new CanarySettings.Builder().fuse(0, 10 * MINUTE)), 500);

    assertThat(trial.changes).isEmpty();
  }

  @Test
  void oneBlockMayTakeBackARuleAndBlowTheFuse() {
    CanaryTrial both =
        new CanaryTrial(new CanarySettings.Builder().fuse(1, MINUTE).rollback(1, 0, MINUTE));
    both.enforced(1, BLOCKED, "a").changes.clear();
    both.enforced(1, BLOCKED, "b");
    assertThat(both.changes).extracting(CanaryChange::rule).containsExactly(RULE, null);
  }

  private static CanaryTrial blockedAt(CanaryTrial trial, int destinations) {
    for (int i = 0; i < destinations; i++) {
      trial.enforced(1, BLOCKED, "blocked-" + i + ":443");
    }
    return trial;
  }
}
