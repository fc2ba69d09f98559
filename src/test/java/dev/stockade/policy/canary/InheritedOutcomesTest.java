package dev.stockade.policy.canary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.PolicyUsage;
import dev.stockade.policy.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a canary has seen goes on in the canary of the next engine. */
class InheritedOutcomesTest {
  private static final CanarySettings ALL = CanarySettings.DEFAULT.withPercent(100);
  private static final Rule RULE = Rule.TLS_MIN_VERSION;
  private static final String PEER = "db.internal:1433";

  @Test
  void blocksOfBothEnginesTakeTheRuleBack() {
    Canary first = canary();
    Canary next = canary();
    int needed = block(canary(), 1_000);
    for (int i = 0; i < needed - 1; i++) {
      first.outcome(RULE, PEER, true, CanaryOutcome.BLOCKED, 1_000 + i);
    }

    next.add(first.members(), 2_000);

    assertThat(next.enforcedCount()).isEqualTo(needed - 1);
    assertThat(next.takenBack()).isEmpty();
    assertThat(next.outcome(RULE, PEER, true, CanaryOutcome.BLOCKED, 2_001)).isNotEmpty();
  }

  @Test
  void whatWasTakenBackStaysSo() {
    Canary first = canary();
    block(first, 1_000);
    Canary next = canary();

    next.add(first.members(), 2_000);

    assertThat(next.takenBack()).isEqualTo(first.takenBack());
    assertThat(next.enforces(RULE, PEER, 0)).isFalse();
  }

  @Test
  void exceptionsKeepTheirMarks() {
    PolicyUsage first = new PolicyUsage();
    first.add(java.util.Map.of("used", java.util.Map.of("erp", 3), "unchanged", 2L));
    PolicyUsage next = new PolicyUsage();

    next.add(first.members());

    assertThat(next.used("erp")).isEqualTo(3);
    assertThat(next.unchanged()).isEqualTo(2);
  }

  private static int block(Canary canary, long now) {
    int count = 0;
    while (canary.takenBack().isEmpty() && count < 1000) {
      canary.outcome(RULE, PEER, true, CanaryOutcome.BLOCKED, now + count++);
    }
    return count;
  }

  private static Canary canary() {
    return new Canary(ALL, "host", List.of());
  }
}
