package dev.stockade.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.Docs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The documents say of each rule what {@link Rule} says. */
class RuleDocumentsTest {
  private static final Path DOCS = Path.of("..", "docs");

  /** Whoever is told a rule's id finds it: {@code explain} reads the sections of rules.md. */
  @ParameterizedTest
  @EnumSource(Rule.class)
  void eachRuleHasItsSection(Rule rule) {
    assertThat(Docs.text(DOCS.resolve("rules.md")).lines()).contains("## " + rule.id());
  }

  /** A star is a violation where the rule's own stage asks for it. */
  @ParameterizedTest
  @EnumSource(value = Rule.class, names = "TAMPER_.*", mode = EnumSource.Mode.MATCH_NONE)
  void theTablesOfVerdictsSayWhatItIsWorthByDefault(Rule rule) {
    String star = rule.enforceable() == EnforcedBy.BY_OWN_STAGE ? " *" : "";

    assertThat(verdicts(rule)).contains(rule.severity().label() + star);
  }

  @ParameterizedTest
  @EnumSource(value = Rule.class, names = "TAMPER_.*", mode = EnumSource.Mode.MATCH_ALL)
  void theSectionOfTamperingSaysWhatItIsWorth(Rule rule) {
    String section = Docs.text(DOCS.resolve("rules.md")).split("## " + rule.id() + "\n\n", -1)[1];
    String offence = section.split("\n\n", -1)[0];

    assertThat(offence.replaceAll("\\s+", " ")).contains("A `" + rule.severity().label() + "`");
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void onlyWhatTheModeEnforcesIsAViolationByItself(Rule rule) {
    assertThat(rule.severity() == Verdict.VIOLATION)
        .isEqualTo(rule.enforceable() == EnforcedBy.BY_MODE);
  }

  /** Whose offences never block, and whose do only by a stage of their own. */
  @ParameterizedTest
  @EnumSource(value = Rule.class, names = "TAMPER_.*", mode = EnumSource.Mode.MATCH_NONE)
  void theDocumentOfThePolicyFileSaysHowItIsEnforced(Rule rule) {
    String text = Docs.text(DOCS.resolve("policy-file.md")).replaceAll("\\s+", " ");
    String never = between(text, "`mode: off` stand above all stages. ", "may only be");
    String byOwnStage = between(text, "what heals by itself. ", "are enforced only by a stage");

    assertThat(has(never, rule)).isEqualTo(rule.enforceable() == EnforcedBy.NEVER);
    assertThat(has(byOwnStage, rule)).isEqualTo(rule.enforceable() == EnforcedBy.BY_OWN_STAGE);
  }

  /** Written in full, or as {@code .scope} after others of its kind. */
  private static boolean has(String text, Rule rule) {
    String end = rule.id().substring(rule.id().lastIndexOf('.'));
    return text.contains("`" + rule.id() + "`") || text.contains("`" + end + "`");
  }

  private static String between(String text, String from, String to) {
    int begin = text.indexOf(from);
    return text.substring(begin, text.indexOf(to, begin));
  }

  /** Those of the rows about a rule, in the tables of policy.md: what, verdict, rules. */
  private static List<String> verdicts(Rule rule) {
    List<String> verdicts = new ArrayList<>();
    for (String line : Docs.text(DOCS.resolve("policy.md")).split("\n", -1)) {
      String[] cells = line.split(" \\| | \\|$", -1);
      if (cells.length == 4 && has("`" + cells[2].replace(", ", "`, `") + "`", rule)) {
        verdicts.add(cells[1]);
      }
    }
    return verdicts;
  }
}
