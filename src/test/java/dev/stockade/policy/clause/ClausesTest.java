package dev.stockade.policy.clause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.tls.Profiles;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of clauses. */
class ClausesTest {
  @Test
  void eachRowNamesRulesAndProfilesThatExist() throws Exception {
    List<String> rules = Arrays.stream(Rule.values()).map(Rule::id).toList();
    for (String row : rows()) {
      String[] parts = row.split(" \\| ", -1);
      assertThat(parts).describedAs(row).hasSize(5).doesNotContain("");
      for (String rule : parts[3].split(" ", -1)) {
        String start = rule.replace("*", "");
        assertThat(rules).describedAs(row).anyMatch(id -> id.startsWith(start));
        assertThat(rule.endsWith("*") || rules.contains(rule)).describedAs(row).isTrue();
      }
      for (String profile : parts[4].split(" ", -1)) {
        assertThat(Profiles.names())
            .describedAs(row)
            .anyMatch(id -> profile.equals("-") || id.startsWith(profile));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void whatIsAboutTlsTouchesClausesWhateverTheProfileIs(Rule rule) {
    boolean some = rule.isAboutTls() || rule == Rule.AWS_CLEARTEXT;

    assertThat(Clauses.of(rule, Profiles.DEFAULT).isEmpty()).isEqualTo(!some);
  }

  @Test
  void aStandardWithAProfileIsToldWithThatAlone() {
    assertThat(names(Rule.TLS_MIN_VERSION, "pci-dss-4.0.1-interpretation-2026"))
        .contains("PCI DSS 4.0.1, 4.2.1", "NIST SP 800-53 Rev. 5, SC-8")
        .noneMatch(name -> name.startsWith("BSI") || name.startsWith("FedRAMP"));
    assertThat(names(Rule.TLS_FORWARD_SECRECY, "pci-dss-4.0.1-interpretation-2026"))
        .describedAs("PCI DSS asks for no forward secrecy")
        .doesNotContain("PCI DSS 4.0.1, 4.2.1");
    assertThat(names(Rule.TLS_MIN_VERSION, "acme-2026")).noneMatch(name -> name.startsWith("PCI"));
    assertThat(names(Rule.TLS_MIN_VERSION, null))
        .contains("PCI DSS 4.0.1, 12.3.3", "ANSSI TLS guide 1.2, 2.1");
  }

  private static List<String> names(Rule rule, String profile) {
    return Clauses.of(rule, profile).stream().map(Clause::toString).toList();
  }

  private static List<String> rows() throws Exception {
    try (InputStream in = Clauses.class.getResourceAsStream("clauses.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    }
  }
}
