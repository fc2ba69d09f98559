package dev.stockade.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.canary.CanarySettings;
import dev.stockade.policy.rule.Mode;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Stage;
import dev.stockade.policy.tls.Allowance;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyDiffTest {
  private final Policy before = new Policy.Builder().build();

  @Test
  void equalPoliciesDoNotDiffer() {
    assertThat(PolicyDiff.between(before, new Policy.Builder().build())).isEmpty();
  }

  @Test
  void theModeAndWhatFollowsForTheRules() {
    Policy after = before.copy().mode(Mode.ENFORCE).build();

    assertThat(PolicyDiff.between(before, after))
        .startsWith("mode: audit -> enforce", "tls.min-version: audit -> enforce")
        .doesNotContain("tls.dh-size: audit -> enforce");
  }

  @Test
  void aStageThatChangesNothingIsNoDifference() {
    Policy after = before.copy().stages(Map.of(Rule.TLS_MIN_VERSION, Stage.AUDIT)).build();

    assertThat(PolicyDiff.between(before, after)).isEmpty();
  }

  @Test
  void exceptionsByTheirId() {
    Policy one = before.copy().exceptions(List.of(exception("TLSv1.1"))).build();
    Policy other = before.copy().exceptions(List.of(exception("TLSv1"))).build();
    String text = "host *.erp: min-version TLSv1.1, until 1970-01-02, owner payments";

    assertThat(PolicyDiff.between(before, one))
        .containsExactly("exception erp: added (" + text + ")");
    assertThat(PolicyDiff.between(one, before))
        .containsExactly("exception erp: removed (" + text + ")");
    assertThat(PolicyDiff.between(one, other))
        .containsExactly("exception erp: " + text + " -> " + text.replace("TLSv1.1", "TLSv1"));
  }

  @Test
  void canaryAndCandidate() {
    CanarySettings canary = before.canary().withPercent(50);
    Policy candidate = new Policy.Builder().profile("mozilla-modern-6.0").build();
    Policy after = before.copy().canary(canary).candidate(candidate).build();

    assertThat(PolicyDiff.between(before, after))
        .containsExactly(
            "canary.percent: 10 -> 50", "candidate: none -> profile mozilla-modern-6.0");
    Policy other = after.copy().candidate(candidate.copy().profile("pq-ready").build()).build();
    assertThat(PolicyDiff.between(after, other))
        .containsExactly("candidate.profile: mozilla-modern-6.0 -> pq-ready");
  }

  private static PolicyException exception(String minimum) {
    return new PolicyException(
        "erp",
        new Match.Builder().host(new Glob("*.erp")).build(),
        new Allowance(minimum, Set.of(), Set.of()),
        "payments",
        "appliance",
        1);
  }
}
