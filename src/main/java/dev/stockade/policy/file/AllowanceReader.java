package dev.stockade.policy.file;

import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.tls.Allowance;
import dev.stockade.policy.tls.CipherSuites;
import dev.stockade.policy.tls.Protocols;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads what an exception allows, with warnings about what is weak or has no effect. */
final class AllowanceReader {
  private final String minimum;
  private final Problems problems;

  /**
   * @param minimum the profile's oldest version
   */
  AllowanceReader(String minimum, Problems problems) {
    this.minimum = minimum;
    this.problems = problems;
  }

  /** Null where it is wrong, which is reported. */
  Allowance read(Value value) {
    Section allow = value.section(Keys.ALLOW);
    if (allow == null) {
      return null;
    }
    Value version = allow.value("min-version");
    String oldest = version.choice(Choices.VERSIONS);
    if (oldest != null && !Protocols.isOlder(oldest, minimum)) {
      problems.warning(
          version.line(), version.path() + " has no effect: the profile already allows " + minimum);
    }
    Boolean optional = allow.value("forward-secrecy").choice(Choices.FORWARD_SECRECY);
    boolean onlyUnknown = allow.values().isEmpty() && !value.isNothing();
    if (!onlyUnknown && asksNothing(allow, optional)) {
      problems.error(
          allow.line(),
          allow.path() + " allows nothing; allowed are " + Wording.allowed(Keys.ALLOW));
    }
    Set<Rule> rules = rules(allow.value("rules"));
    if (Boolean.TRUE.equals(optional)) {
      rules.add(Rule.TLS_FORWARD_SECRECY);
    }
    return new Allowance(oldest, suites(allow.value("suites")), rules);
  }

  private static boolean asksNothing(Section allow, Boolean optional) {
    return !allow.value("min-version").isPresent()
        && (!allow.value("forward-secrecy").isPresent() || Boolean.FALSE.equals(optional))
        && allow.value("suites").isNothing()
        && allow.value("rules").isNothing();
  }

  private Set<String> suites(Value value) {
    Set<String> suites = new HashSet<>();
    for (Value element : orEmpty(value.list())) {
      String suite = element.text();
      if (suite == null) {
        continue;
      }
      String weakness = CipherSuites.weakness(suite);
      if (!SuiteNames.isRegistered(suite)) {
        problems.warning(
            element.line(),
            Wording.quoted(suite)
                + " is no cipher suite of IANA's registry"
                + SuiteNames.hint(suite));
      } else if (weakness != null) {
        problems.warning(
            element.line(), element.path() + " allows " + suite + ", which " + weakness);
      }
      suites.add(suite);
    }
    return suites;
  }

  private Set<Rule> rules(Value value) {
    Set<Rule> rules = EnumSet.noneOf(Rule.class);
    RuleReader reader = new RuleReader(problems);
    for (Value element : orEmpty(value.list())) {
      String id = element.text();
      Rule rule = id == null ? null : reader.rule(id, element.line());
      if (rule == Rule.TLS_CIPHER_STRENGTH) {
        problems.warning(
            element.line(),
            element.path()
                + " allows every weak suite, also without encryption or authentication; better name"
                + " single ones in suites");
      }
      if (rule != null) {
        rules.add(rule);
        if (rule.isAboutTampering()) {
          problems.warning(
              element.line(),
              element.path()
                  + " has no effect: tampering is no connection's and no request's; the stage off"
                  + " silences the rule");
        }
      }
    }
    return rules;
  }

  private static List<Value> orEmpty(List<Value> values) {
    return values == null ? Collections.<Value>emptyList() : values;
  }
}
