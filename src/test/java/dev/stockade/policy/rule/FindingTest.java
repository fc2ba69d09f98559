package dev.stockade.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingTest {
  @Test
  void aPassHasNoReason() {
    assertThat(Finding.PASS.reasons()).isEmpty();
    assertThat(Finding.PASS.characters()).isZero();
  }

  @Test
  void oneReasonForAllRulesIsThatOfEach() {
    Finding finding =
        FindingSamples.finding(
            Verdict.WARN, "weak", Rule.TLS_MIN_VERSION, Rule.TLS_FORWARD_SECRECY);
    assertThat(finding.reasons()).extracting(Reason::text).containsExactly("weak", "weak");
    assertThat(finding.reasons())
        .extracting(Reason::rule)
        .containsExactly(Rule.TLS_MIN_VERSION, Rule.TLS_FORWARD_SECRECY);
  }

  @Test
  void keepsEachRuleWithItsReasonAndItsData() {
    Finding finding =
        new FindingBuilder()
            .add(Verdict.WARN, Rule.TLS_DH_SIZE, "1024 bits; too few")
            .add(Verdict.WARN, new Reason(Rule.TLS_TRUST_ALL, "any", Map.of(Reason.BY, "A; B")))
            .add(Verdict.NOTE, (Rule) null, "something to know")
            .build();
    assertThat(finding.reason()).isEqualTo("1024 bits; too few; any; something to know");
    assertThat(finding.rules()).containsExactly(Rule.TLS_DH_SIZE, Rule.TLS_TRUST_ALL);
    List<Reason> reasons = finding.reasons();
    assertThat(reasons)
        .extracting(Reason::text)
        .containsExactly("1024 bits; too few", "any", "something to know");
    assertThat(reasons.get(1).data()).containsEntry("by", "A; B");
    assertThat(reasons.get(2).rule()).isNull();
  }

  @Test
  void otherWordsForTheWholeLeaveTheReasonsAsTheyAre() {
    Finding strict = Finding.of(Verdict.VIOLATION, Rule.TLS_MIN_VERSION, "too old");
    Finding excepted =
        new FindingBuilder().add(Verdict.NOTE, strict, "too old, allowed by exception a").build();
    assertThat(excepted.verdict()).isEqualTo(Verdict.NOTE);
    assertThat(excepted.reason()).isEqualTo("too old, allowed by exception a");
    assertThat(excepted.reasons()).extracting(Reason::text).containsExactly("too old");
  }
}
