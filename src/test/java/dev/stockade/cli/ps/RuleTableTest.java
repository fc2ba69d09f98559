package dev.stockade.cli.ps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which rules {@code status} names. */
class RuleTableTest {
  private static final Map<String, Object> AUDITED = Map.of("id", "a", "stage", "audit");
  private static final Map<String, Object> ENFORCED = Map.of("id", "b", "stage", "enforce");
  private static final Map<String, Object> EXPLICIT =
      Map.of("id", "c", "stage", "audit", "explicit", true);

  @Test
  void whatStandsOutHasALineAndTheRestIsCounted() {
    assertThat(RuleTable.lines(List.of(AUDITED, ENFORCED, AUDITED, EXPLICIT), false))
        .containsExactly(
            "enforce  b",
            "audit    c (by the policy)",
            "audit    2 more rules; --all-rules names them");
    assertThat(RuleTable.lines(List.of(AUDITED, AUDITED), false))
        .containsExactly("audit    all 2 rules; --all-rules names them");
    assertThat(RuleTable.lines(List.of(), false)).isEmpty();
  }

  @Test
  void onDemandEachHasALine() {
    assertThat(RuleTable.lines(List.of(AUDITED, ENFORCED), true))
        .containsExactly("audit    a", "enforce  b");
  }
}
