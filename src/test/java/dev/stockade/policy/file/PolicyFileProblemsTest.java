package dev.stockade.policy.file;

import static dev.stockade.policy.file.ProblemAssertions.assertProblems;
import static dev.stockade.policy.file.ProblemAssertions.exception;

import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.tls.Profiles;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each mistake is one sentence with its line. */
class PolicyFileProblemsTest {
  @Test
  void anUnknownKeyIsNamedWithWhatWasMeant() {
    assertProblems(
        "mode: audit\nexeptions: []",
        "2: error: unknown key 'exeptions'; did you mean 'exceptions'?");
    assertProblems(
        "canary: {percnt: 5}\nmode: canary",
        "1: error: unknown key 'percnt' in canary; allowed are percent, unit, salt, state, rollback,"
            + " fuse; did you mean 'percent'?");
    assertProblems(
        "candidate:\n  mode: audit",
        "2: error: unknown key 'mode' in candidate; allowed are profile, rules, exceptions,"
            + " expired-exceptions");
    assertProblems(
        "zzzzzzzzzz: 1",
        "1: error: unknown key 'zzzzzzzzzz'; allowed are " + String.join(", ", Keys.FILE));
    assertProblems("? [a]\n: b", "1: error: a key must be text, not a list");
    assertProblems(
        "rules:\n  aws.unsigned: {stag: off}",
        "2: error: unknown key 'stag' in rules.aws.unsigned; allowed are stage; did you mean"
            + " 'stage'?",
        "2: error: rules.aws.unsigned lacks stage");
  }

  @Test
  void aKeyStandsOnce() {
    assertProblems(
        "mode: audit\nmode: off", "2: error: the key 'mode' stands twice, first in line 1");
    assertProblems(
        "mode: canary\ncanary.percent: 5\ncanary: {percent: 6}",
        "3: error: canary.percent stands twice, also in line 2");
  }

  @Test
  void aValueOfAnotherKindIsNamedWithItsKind() {
    assertProblems(
        "service: 12", "1: error: service must be text, not the number 12: put it in quotes");
    assertProblems("log: true", "1: error: log must be text, not true: put it in quotes");
    assertProblems("journal:", "1: error: journal must be text, not empty");
    assertProblems("journal: ' '", "1: error: journal must be text, not empty");
    assertProblems("journal: {max-size: 1m}", "1: error: journal must be text, not a mapping");
    assertProblems("jmx: yes", "1: error: jmx must be true or false, not the text 'yes'");
    assertProblems("rules: []", "1: error: rules must be a mapping of keys to values, not a list");
    assertProblems("exceptions: {}", "1: error: exceptions must be a list, not a mapping");
    assertProblems(
        "exceptions: [x]",
        "1: error: exceptions[1] must be a mapping of keys to values, not the text 'x'");
    assertProblems("[mode]", "1: error: a policy file is a mapping of keys to values, not a list");
    assertProblems(
        "\n\nhello",
        "3: error: a policy file is a mapping of keys to values, not the text 'hello'");
  }

  @Test
  void aProfileThatIsReportOnlyIsSaidToEnforceNothing() {
    String sentence =
        "warning: the profile cnsa-2.0-draft-05 is report only: rules about TLS are audited, whatever"
            + " mode and stages say";
    assertProblems("mode: enforce\nprofile: cnsa-2.0-draft-05", "2: " + sentence);
    assertProblems(
        "profile: cnsa-2.0-draft-05\nmode: audit\nrules: {aws.unsigned: audit, tls.group: audit}");
    assertProblems(
        "profile: cnsa-2.0-draft-05\nrules: {tls.group: canary, aws.unsigned: enforce}",
        "1: " + sentence);
  }

  @Test
  void aBadValueIsNamedWithWhatIsAllowed() {
    assertProblems(
        "mode: enforced",
        "1: error: mode must be one of off, audit, canary, enforce, not the text 'enforced'; did you"
            + " mean 'enforce'?");
    assertProblems(
        "profile: modern",
        "1: error: profile must be one of " + Profiles.allowed() + ", not the text 'modern'");
    assertProblems(
        "expired-exceptions: block",
        "1: error: expired-exceptions must be one of report, enforce, not the text 'block'");
    assertProblems(
        "mode: canary\ncanary:\n  percent: 101\n  unit: hosts\n  fuse: {destinations: -1}",
        "3: error: canary.percent must be a whole number from 0 to 100, not the number 101",
        "4: error: canary.unit must be one of instance, destination, connection, not the text"
            + " 'hosts'",
        "5: error: canary.fuse.destinations must be a whole number from 0 to 1000000, not the number"
            + " -1");
    String time = " must be a time from 1s to 24h with s, m or h, such as 5m, not ";
    assertProblems(
        "mode: canary\ncanary:\n  rollback:\n    max-blocked: 5\n    window: 25h\n  fuse: {window: 9}",
        "4: error: canary.rollback.max-blocked must be a whole percentage from 0% to 100%, such as"
            + " 5%, not the number 5",
        "5: error: canary.rollback.window" + time + "the text '25h'",
        "6: error: canary.fuse.window" + time + "the number 9");
  }

  @Test
  void rulesHaveIdsAndStages() {
    assertProblems(
        "rules:\n  aws.unsign: audit",
        "2: error: unknown rule 'aws.unsign'; did you mean 'aws.unsigned'?");
    assertProblems(
        "rules: {imds: audit}",
        "1: error: unknown rule 'imds'; allowed are those that begin with tls., aws., tamper.");
    assertProblems(
        "rules: {tls.ciphers-of-old: audit}",
        "1: error: unknown rule 'tls.ciphers-of-old'; allowed are "
            + Arrays.stream(Rule.values())
                .filter(Rule::isAboutTls)
                .map(Rule::id)
                .collect(Collectors.joining(", ")));
    assertProblems(
        "rules:\n  aws.unsigned: warn",
        "2: error: rules.aws.unsigned must be one of off, audit, canary, enforce, not the text"
            + " 'warn'");
    assertProblems(
        "rules:\n  aws.signature.skew:\n    stage: canary",
        "3: error: the rule 'aws.signature.skew' cannot have the stage canary: it never blocks,"
            + " AWS's answer tells the SDK what to do better; allowed are off, audit");
    assertProblems(
        "rules: {tls.certificate.expiry: enforce}",
        "1: error: the rule 'tls.certificate.expiry' cannot have the stage enforce: it never blocks,"
            + " whoever verifies a certificate refuses it at its end; allowed are off, audit");
    assertProblems(
        "rules: {tls.hostname: enforce, tamper.jars: audit}",
        "1: error: unknown rule 'tamper.jars'; did you mean 'tamper.jar'?");
    assertProblems(
        "rules: {tamper.jar: enforce}",
        "1: error: the rule 'tamper.jar' cannot have the stage enforce: it never blocks; allowed are"
            + " off, audit");
  }

  @Test
  void stagesAboveTheModeHaveNoEffect() {
    assertProblems(
        "mode: audit\nrules:\n  aws.unsigned: enforce\n  aws.cleartext: off",
        "3: warning: the rule 'aws.unsigned' is only audited: mode: audit stands above its stage"
            + " enforce");
    assertProblems("mode: enforce\nrules: {aws.unsigned: canary}\ncanary: {percent: 1}");
    assertProblems(
        "mode: enforce\ncanary: {percent: 1}",
        "2: warning: canary has no effect: neither is the mode canary here, nor has a rule the stage"
            + " canary");
  }

  @Test
  void theCandidateIsMeasuredByItsOwnProfile() {
    assertProblems(
        "candidate:\n  profile: mozilla-modern-6.0\n  exceptions:\n"
            + exception("x", "port: 1", "2027-03-31").replace("TLSv1.1", "TLSv1.2"));
    assertProblems(
        "candidate: {rules: {aws.unsign: off}}",
        "1: error: unknown rule 'aws.unsign'; did you mean 'aws.unsigned'?");
  }

  @Test
  void whatIsAtFaultIsCutAndFitsOneLine() {
    String cut = "\"a?b" + "x".repeat(77) + "…\"";
    assertProblems(
        "mode: \"a\\nb" + "x".repeat(100) + "\"",
        "1: error: mode must be one of off, audit, canary, enforce, not the text "
            + cut.replace('"', '\''));
    assertProblems(
        "rules: {\"a\\tb\": x}",
        "1: error: unknown rule 'a?b'; allowed are those that begin with tls., aws., tamper.",
        "1: error: rules.a?b must be one of off, audit, canary, enforce, not the text 'x'");
  }
}
