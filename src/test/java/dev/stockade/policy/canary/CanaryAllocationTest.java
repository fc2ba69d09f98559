package dev.stockade.policy.canary;

import static dev.stockade.policy.canary.CanaryTrial.BEGIN;
import static dev.stockade.policy.canary.CanaryTrial.HERE;
import static dev.stockade.policy.canary.CanaryTrial.RULE;
import static java.util.Collections.emptyList;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.stockade.policy.rule.CanaryUnit;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each connection asks and tells, so neither may cost garbage where all goes well. */
class CanaryAllocationTest {
  private static final int CALLS = 100_000;

  @ParameterizedTest
  @CsvSource({"0,DESTINATION", "10,DESTINATION", "100,DESTINATION", "50,INSTANCE"})
  void askingAndTellingAllocateNothing(int percent, CanaryUnit unit) {
    CanarySettings settings = new CanarySettings.Builder().percent(percent).unit(unit).build();
    Canary canary = new Canary(settings, "orders-1", emptyList());
    assertThat(bytesOf(canary)).as("warm-up").isNotNegative();

    // Less than one byte a call: the measurement itself may allocate a little.
    assertThat(bytesOf(canary)).isLessThan(CALLS);
  }

  private static long bytesOf(Canary canary) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    boolean quiet = true;
    long before = threads.getThreadAllocatedBytes(thread);
    for (int i = 0; i < CALLS; i++) {
      boolean enforced = canary.enforces(RULE, HERE, i);
      quiet &= canary.outcome(RULE, HERE, enforced, CanaryOutcome.PASSED, BEGIN + i).isEmpty();
    }
    long bytes = threads.getThreadAllocatedBytes(thread) - before;
    assertThat(quiet).isTrue();
    return bytes;
  }
}
