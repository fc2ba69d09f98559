package dev.stockade.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.Docs;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever is told a rule's id finds it: {@code explain} reads the sections of rules.md. */
class RuleDocumentsTest {
  private static final Path RULES = Path.of("..", "docs", "rules.md");

  @ParameterizedTest
  @EnumSource(Rule.class)
  void eachRuleHasItsSection(Rule rule) {
    assertThat(Docs.text(RULES).lines()).contains("## " + rule.id());
  }
}
