package dev.stockade.policy.canary;

import static dev.stockade.policy.canary.CanaryOutcome.BLOCKED;
import static dev.stockade.policy.canary.CanaryOutcome.PASSED;
import static dev.stockade.policy.canary.CanaryTrial.MINUTE;
import static dev.stockade.policy.canary.CanaryTrial.usual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.stockade.base.MonotonicTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks are put right, by seconds or by years, and in a virtual machine also back. */
class CanaryClockTest {
  private static final long DAY = 24 * 60 * MINUTE;

  @ParameterizedTest
  @ValueSource(longs = {500, 2_000, 3_600_000, 400 * DAY})
  void whatWasSeenBeforeTheClockWasPutBackStillCounts(long back) {
    CanaryTrial trial = usual().enforced(19, BLOCKED).later(-back).enforced(1, BLOCKED);

    assertThat(trial.changes).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {2_000, 3_600_000, 400 * DAY})
  void whatWasSeenBeforeTheClockWasPutBackGrowsOld(long back) {
    CanaryTrial trial = usual().enforced(19, BLOCKED).later(-back).enforced(0, BLOCKED);
    trial.audited(1, PASSED, "other:443").later(5 * MINUTE).enforced(19, BLOCKED);

    assertThat(trial.changes).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {5 * MINUTE, DAY, 100_000 * DAY})
  void aJumpForwardOnlyForgets(long forward) {
    CanaryTrial trial = usual().enforced(19, BLOCKED).later(forward).enforced(19, BLOCKED);
    assertThat(trial.changes).isEmpty();

    trial.later(-forward).enforced(1, BLOCKED);
    assertThat(trial.changes).hasSize(1);
  }

  @Test
  void threadsThatAreLateDoNotMakeTimeRunFaster() {
    MonotonicTime time = new MonotonicTime();
    long begin = time.at(CanaryTrial.BEGIN);
    for (int i = 0; i < 10_000; i++) {
      time.at(CanaryTrial.BEGIN + 900);
      time.at(CanaryTrial.BEGIN);
    }
    assertThat(time.at(CanaryTrial.BEGIN + 1_000) - begin).isEqualTo(1_000);
  }

  @Test
  void timeNeverGoesBackWhateverTheClockSays() {
    MonotonicTime time = new MonotonicTime();
    Random random = new Random(20261124);
    long before = 0;
    for (int i = 0; i < 100_000; i++) {
      long now = time.at(random.nextLong() >> random.nextInt(64));
      assertThat(now).isGreaterThanOrEqualTo(before);
      before = now;
    }
  }

  @Test
  void anyClockAndAnyWindowAreLivedWith() {
    Random random = new Random(20261124);
    long[] odd = {Long.MIN_VALUE, -1, 0, 1, 9, 10, 11, 300_000, Long.MAX_VALUE};
    for (int round = 0; round < 200; round++) {
      CanarySettings.Builder settings =
          new CanarySettings.Builder()
              .rollback(random.nextInt(), random.nextInt(), odd[random.nextInt(odd.length)])
              .fuse(random.nextInt(), odd[random.nextInt(odd.length)]);
      CanaryTrial trial = new CanaryTrial(settings);
      for (int i = 0; i < 200; i++) {
        trial.now = random.nextBoolean() ? odd[random.nextInt(odd.length)] : random.nextLong();
        CanaryOutcome outcome = CanaryOutcome.values()[random.nextInt(3)];
        assertThatCode(() -> trial.enforced(1, outcome).audited(1, outcome, "a"))
            .doesNotThrowAnyException();
      }
    }
  }
}
