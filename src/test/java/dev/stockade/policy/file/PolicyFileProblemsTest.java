package dev.stockade.policy.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Each mistake is one sentence with its line. */
class PolicyFileProblemsTest {
  private static final long NOW = Instant.parse("2026-11-24T12:00:00Z").toEpochMilli();

  private static final String ALLOWED_IN_MATCH =
      "allowed are host, cidr, port, sni, direction, service, code";

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
  void aBadValueIsNamedWithWhatIsAllowed() {
    assertProblems(
        "mode: enforced",
        "1: error: mode must be one of off, audit, canary, enforce, not the text 'enforced'; did you"
            + " mean 'enforce'?");
    assertProblems(
        "profile: modern",
        "1: error: profile must be one of aws-outposts, ietf-bcp195-2026, mozilla-intermediate-6.0,"
            + " mozilla-modern-6.0, pq-ready, not the text 'modern'");
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
        "rules:\n  aws.unsigned: warn",
        "2: error: rules.aws.unsigned must be one of off, audit, canary, enforce, not the text"
            + " 'warn'");
    assertProblems(
        "rules:\n  aws.signature.skew:\n    stage: canary",
        "3: error: the rule 'aws.signature.skew' cannot have the stage canary: it never blocks,"
            + " AWS's answer tells the SDK what to do better; allowed are off, audit");
    assertProblems(
        "rules: {tls.hostname: enforce, tamper.policy: audit}",
        "1: warning: the rule 'tls.hostname' is not watched in this version: no effect",
        "1: warning: the rule 'tamper.policy' is not watched in this version: no effect");
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
  void anExceptionIsComplete() {
    assertProblems(
        "exceptions:\n  - match: {port: 1}\n    allow: {min-version: TLSv1}",
        "2: error: exceptions[1] lacks id, owner, reason, expires");
    assertException(
        "owner: TODO", "7: error: exceptions[x].owner is still TODO: write who or why", 7);
    assertException(
        "reason: todo", "7: error: exceptions[x].reason is still TODO: write who or why", 7);
    assertException("owner: ''", "7: error: exceptions[x].owner must be text, not empty", 7);
    assertException(
        "expires: 2027-02-30",
        "7: error: exceptions[x].expires must be a day that exists, written YYYY-MM-DD, not the text"
            + " '2027-02-30'",
        7);
    assertException(
        "expires: 31.03.2027",
        "7: error: exceptions[x].expires must be a day that exists, written YYYY-MM-DD, not the text"
            + " '31.03.2027'",
        7);
  }

  @Test
  void anExceptionIsForSomething() {
    assertException(
        "match: {}",
        "7: error: exceptions[x].match is empty and would be for everything; " + ALLOWED_IN_MATCH,
        7);
    assertException(
        "match: {hosts: a}",
        "7: error: unknown key 'hosts' in exceptions[x].match; "
            + ALLOWED_IN_MATCH
            + "; did you mean 'host'?",
        7);
    String host =
        " must be a host name or IP address without port, with * and ? as wildcards (blocks of"
            + " addresses are for cidr), not the text ";
    assertException(
        "match: {host: 'db:80'}", "7: error: exceptions[x].match.host" + host + "'db:80'", 7);
    assertException(
        "match: {host: 10.0.0.0/8}",
        "7: error: exceptions[x].match.host" + host + "'10.0.0.0/8'",
        7);
    assertException(
        "match: {port: 0}",
        "7: error: exceptions[x].match.port must be a whole number from 1 to 65535, not the number 0",
        7);
    assertException(
        "match: {cidr: 300.0.0.0/8}",
        "7: error: exceptions[x].match.cidr must be a block of addresses such as 10.0.0.0/8 or"
            + " 2001:db8::/32, not the text '300.0.0.0/8'",
        7);
    assertException(
        "match: {direction: both}",
        "7: error: exceptions[x].match.direction must be one of in, out, not the text 'both'",
        7);
    assertException(
        "match: {code: com.*}",
        "7: error: exceptions[x].match.code must be a package or class name such as com.acme.legacy,"
            + " without wildcards, not the text 'com.*'",
        7);
  }

  @Test
  void anExceptionAllowsSomething() {
    String nothing =
        "7: error: exceptions[x].allow allows nothing; allowed are min-version, forward-secrecy,"
            + " suites, rules";
    assertException("allow: {}", nothing, 7);
    assertException("allow: {suites: [], forward-secrecy: required}", nothing, 7);
    assertException(
        "allow: {min-version: TLS1.1}",
        "7: error: exceptions[x].allow.min-version must be one of SSLv3, TLSv1, TLSv1.1, TLSv1.2,"
            + " TLSv1.3, not the text 'TLS1.1'; did you mean 'TLSv1.1'?",
        7);
    assertException(
        "allow: {min-version: TLSv1.2}",
        "7: warning: exceptions[x].allow.min-version has no effect: the profile already allows"
            + " TLSv1.2",
        7);
    assertException(
        "allow: {rules: [tls.min-verson]}",
        "7: error: unknown rule 'tls.min-verson'; did you mean 'tls.min-version'?",
        7);
  }

  @Test
  void weakAndUnknownSuitesAreWarnedOf() {
    assertException(
        "allow: {suites: [TLS_RSA_WITH_RC4_128_SHA]}",
        "7: warning: exceptions[x].allow.suites[1] allows TLS_RSA_WITH_RC4_128_SHA, which uses RC4",
        7);
    assertException(
        "allow: {suites: [TLS_RSA_WITH_AES_128_CBC_SHA, AES128-SHA]}",
        "7: warning: 'AES128-SHA' is no cipher suite of IANA's registry, whose names are like"
            + " TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        7);
    assertException(
        "allow: {suites: [SSL_RSA_WITH_3DES_EDE_CBC_SHA]}",
        "7: warning: 'SSL_RSA_WITH_3DES_EDE_CBC_SHA' is no cipher suite of IANA's registry; did you"
            + " mean 'TLS_RSA_WITH_3DES_EDE_CBC_SHA'?",
        7);
    assertException(
        "allow: {rules: [tls.cipher-strength]}",
        "7: warning: exceptions[x].allow.rules[1] allows every weak suite, also without encryption or"
            + " authentication; better name single ones in suites",
        7);
  }

  @Test
  void theEndOfAnExceptionIsWarnedOf() {
    assertException(
        "expires: 2026-11-23",
        "7: warning: exceptions[x].expires: the exception expired on 2026-11-23; it still allows, and"
            + " is reported",
        7);
    assertException(
        "expires: 2026-11-24",
        "7: warning: exceptions[x].expires: the exception ends on 2026-11-24, today",
        7);
    assertException(
        "expires: 2026-12-20",
        "7: warning: exceptions[x].expires: the exception ends on 2026-12-20, in 26 days",
        7);
    assertException(
        "expires: 2028-11-25",
        "7: warning: exceptions[x].expires: the exception lasts for more than two years; nobody will"
            + " look at it until 2028-11-25",
        7);
    assertProblems(
        "expired-exceptions: enforce\nexceptions:\n" + exception("x", "port: 1", "2020-01-01"),
        "3: warning: exceptions[x].expires: the exception expired on 2020-01-01; it allows nothing"
            + " any more");
  }

  @Test
  void exceptionsAreToldApart() {
    assertProblems(
        "exceptions:\n"
            + exception("x", "port: 1", "2027-03-31")
            + exception("x", "port: 2", "2027-03-31"),
        "3: error: a second exception has the id 'x', the first is in line 2");
    assertProblems(
        "exceptions:\n"
            + exception("x", "host: '*.erp'", "2027-03-31")
            + exception("y", "host: a.erp, port: 2", "2027-03-31"),
        "3: warning: exceptions[y] never counts: 'x' in line 2 stands before it and is for the same"
            + " or more");
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
  void textsHaveALimit() {
    String code = "a.".repeat(400_000) + "a";
    assertException(
        "match: {code: " + code + "}",
        "7: error: exceptions[x].match.code must be at most 1000 characters long, not the text '"
            + code.substring(0, 80)
            + "…'",
        7);
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
        "1: error: unknown rule 'a?b'; allowed are " + String.join(", ", RuleReader.ids()),
        "1: error: rules.a?b must be one of off, audit, canary, enforce, not the text 'x'");
  }

  /** A right exception but for one line, its seventh. */
  private static void assertException(String line, String expected, int at) {
    String key = line.substring(0, line.indexOf(':'));
    StringBuilder text = new StringBuilder("exceptions:\n- id: x\n");
    String[] others = {
      "match: {host: a}",
      "allow: {min-version: TLSv1.1}",
      "owner: me",
      "reason: because",
      "expires: 2027-03-31"
    };
    for (String other : others) {
      text.append(other.startsWith(key + ":") ? "" : "  " + other + "\n");
    }
    assertThat(text.toString().split("\n")).hasSize(at - 1);
    assertProblems(text + "  " + line + "\n", expected);
  }

  private static String exception(String id, String match, String expires) {
    return String.format(
        "  - {id: %s, match: {%s}, allow: {min-version: TLSv1.1}, owner: o, reason: r, expires: %s}%n",
        id, match, expires);
  }

  private static void assertProblems(String text, String... expected) {
    PolicyFile file = PolicyFile.parse("p.yaml", text.getBytes(UTF_8), NOW);
    assertThat(file.problems())
        .extracting(Problem::toString)
        .containsExactly(
            java.util.Arrays.stream(expected).map(e -> "p.yaml:" + e).toArray(String[]::new));
    assertThat(file.isUsable()).isEqualTo(file.problems().stream().noneMatch(Problem::isError));
  }
}
