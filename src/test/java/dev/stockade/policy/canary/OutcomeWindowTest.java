package dev.stockade.policy.canary;

import static dev.stockade.policy.canary.CanaryOutcome.BLOCKED;
import static dev.stockade.policy.canary.CanaryOutcome.FAILED;
import static dev.stockade.policy.canary.CanaryOutcome.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutcomeWindowTest {
  private static final long WINDOW = 1_000;

  private final OutcomeWindow window = new OutcomeWindow();

  @Test
  void countsByKind() {
    window.add(PASSED, 1, WINDOW);
    window.add(PASSED, 2, WINDOW);
    window.add(FAILED, 3, WINDOW);

    assertThat(window.count(PASSED)).isEqualTo(2);
    assertThat(window.count(FAILED)).isEqualTo(1);
    assertThat(window.count(BLOCKED)).isZero();
    assertThat(window.samples()).isEqualTo(3);
  }

  /** Against a list of all outcomes with their times. */
  @Test
  void anOutcomeCountsForNineToTenTenthsOfTheWindow() {
    Random random = new Random(20261124);
    List<Long> times = new ArrayList<>();
    long now = 0;
    for (int i = 0; i < 20_000; i++) {
      now += random.nextInt(10) == 0 ? random.nextInt(3_000) : random.nextInt(20);
      window.add(CanaryOutcome.values()[random.nextInt(3)], now, WINDOW);
      times.add(now);
      long current = now;

      assertThat(window.samples())
          .isBetween(
              times.stream().filter(time -> current - time < WINDOW * 9 / 10).count(),
              times.stream().filter(time -> current - time < WINDOW).count());
      times.removeIf(time -> current - time >= WINDOW);
    }
  }

  /** The clock is 5,000 ahead of the window's time, a part is 100 long. */
  @Test
  void passesAreCountedWithoutItsOwnerUntilItsNewestPartEnds() {
    assertThat(window.isOpen(5_250, WINDOW)).isFalse();
    window.add(PASSED, 250, WINDOW);
    window.open(true, 5_250, 250);

    assertThat(window.isOpen(5_249, WINDOW)).isFalse();
    assertThat(window.isOpen(5_250, WINDOW)).isTrue();
    assertThat(window.isOpen(5_299, WINDOW)).isTrue();
    assertThat(window.isOpen(5_299, 2 * WINDOW)).isFalse();
    assertThat(window.isOpen(5_300, WINDOW)).isFalse();
    window.pass();
    window.pass();
    window.slide(1_199, WINDOW);
    assertThat(window.count(PASSED)).isEqualTo(3);
    window.slide(1_200, WINDOW);
    assertThat(window.count(PASSED)).isZero();

    window.add(FAILED, 1_200, WINDOW);
    window.open(window.isClean(), 6_200, 1_200);
    assertThat(window.isOpen(6_200, WINDOW)).isFalse();
  }

  @Test
  void aWindowOfAnotherLengthBeginsAnew() {
    window.add(PASSED, 5, WINDOW);
    window.add(BLOCKED, 6, 2 * WINDOW);

    assertThat(window.samples()).isEqualTo(1);
    assertThat(window.count(BLOCKED)).isEqualTo(1);
  }
}
