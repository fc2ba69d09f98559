package dev.stockade.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
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

  @Test
  void theRuleThatDecidedIsTheFirstOfTheWorst() {
    Finding warned =
        new FindingBuilder()
            .add(Verdict.NOTE, (Rule) null, "to know")
            .add(Verdict.WARN, Rule.TLS_CIPHER_STRENGTH, "group")
            .add(Verdict.VIOLATION, Rule.TLS_TRUST_ALL, "any")
            .add(Verdict.VIOLATION, Rule.TLS_HOSTNAME, "any name")
            .build();
    assertThat(warned.rules()).startsWith(Rule.TLS_CIPHER_STRENGTH);
    assertThat(warned.rule()).isEqualTo(Rule.TLS_TRUST_ALL);

    Finding granted = new FindingBuilder().add(Verdict.NOTE, warned, "by exception").build();
    assertThat(granted.rule()).isEqualTo(Rule.TLS_TRUST_ALL);

    Finding offered =
        new FindingBuilder()
            .add(Finding.PASS)
            .add(
                Verdict.PASS,
                List.of(Rule.TLS_MIN_VERSION, Rule.TLS_FORWARD_SECRECY),
                Collections::emptyList,
                "the offer holds")
            .build();
    assertThat(offered.rule()).isEqualTo(Rule.TLS_MIN_VERSION);
    assertThat(Finding.PASS.rule()).isNull();
    assertThat(Finding.of(Verdict.NOTE, null, "to know").rule()).isNull();
    assertThat(Finding.of(Rule.TAMPER_JAR, "changed").rule()).isEqualTo(Rule.TAMPER_JAR);
  }
}
