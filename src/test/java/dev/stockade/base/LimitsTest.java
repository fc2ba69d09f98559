package dev.stockade.base;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.FindingBuilder;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import dev.stockade.policy.tls.TlsFacts;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final String ENDLESS = "a".repeat(10_000) + ".internal";

  @Test
  void aTextThatIsShortEnoughIsTheVeryOne() {
    String longest = "x".repeat(Limits.NAME);

    assertThat(Limits.name(longest)).isSameAs(longest);
    assertThat(Limits.name(null)).isNull();
  }

  @Test
  void aLongerOneIsCutAndSaysSoAndKeepsBothEnds() {
    assertThat(Limits.name(ENDLESS))
        .hasSize(Limits.NAME)
        .startsWith("aaaa")
        .contains("...(cut, has 10009 characters)...")
        .endsWith(".internal");
  }

  @Test
  void whatAHandshakeTellsIsCutAtTheDoor() {
    TlsFacts facts =
        new TlsFacts.Builder(Direction.IN)
            .peer(ENDLESS, ENDLESS, 443)
            .sni(ENDLESS)
            .session(ENDLESS, ENDLESS, false)
            .keyExchange(ENDLESS, 0)
            .seenIn(ENDLESS, ENDLESS)
            .acceptsAnyCertificate(ENDLESS)
            .acceptsAnyHostName(ENDLESS)
            .build();

    assertThat(facts.host()).hasSize(Limits.NAME);
    assertThat(facts.sni()).hasSize(Limits.NAME);
    assertThat(
            new String[] {
              facts.ip(),
              facts.version(),
              facts.cipher(),
              facts.group(),
              facts.provider(),
              facts.engine()
            })
        .allMatch(text -> text.length() == Limits.WORD);
    assertThat(facts.acceptsAnyCertificate() + facts.acceptsAnyHostName()).hasSizeLessThan(1_001);
  }

  @Test
  void whatARequestTellsIsCutAtTheDoor() {
    AwsFacts facts =
        new AwsFacts.Builder()
            .endpoint(ENDLESS, ENDLESS, ENDLESS)
            .operation(ENDLESS)
            .http(ENDLESS, ENDLESS, ENDLESS)
            .build();

    assertThat(facts.host()).hasSize(Limits.NAME);
    assertThat(
            new String[] {
              facts.partition(),
              facts.service(),
              facts.region(),
              facts.operation(),
              facts.client(),
              facts.method()
            })
        .allMatch(text -> text.length() == Limits.WORD);
  }

  @Test
  void aReasonIsCut() {
    assertThat(Finding.of(Verdict.NOTE, null, ENDLESS).reason()).hasSize(Limits.REASON);
    assertThat(new FindingBuilder().add(Verdict.NOTE, (Rule) null, ENDLESS).build().reason())
        .hasSize(Limits.REASON);
  }
}
