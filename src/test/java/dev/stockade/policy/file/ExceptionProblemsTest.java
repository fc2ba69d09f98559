package dev.stockade.policy.file;

import static dev.stockade.policy.file.ProblemAssertions.assertProblems;
import static dev.stockade.policy.file.ProblemAssertions.exception;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with exceptions, each in one sentence with its line. */
class ExceptionProblemsTest {
  private static final String ALLOWED_IN_MATCH =
      "allowed are host, cidr, port, sni, direction, service, code";

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "host: '*' | every connection",
        "host: '**' | every connection",
        "host: '*.*', direction: out | every destination",
        "host: '*:*' | every connection",
        "sni: '*' | every connection",
        "cidr: 0.0.0.0/0 | every connection",
        "cidr: '::/0', direction: in | every client",
        "cidr: 0.0.0.0/0, service: '*' | every connection",
        "direction: in | every client",
      })
  void anExceptionForEverythingIsToldOf(String match, String what) {
    assertProblems(
        "exceptions:\n" + exception("x", match, "2027-03-31"),
        "2: warning: exceptions[x].match is for "
            + what
            + ": the policy then holds for none; name the host, the cidr or at least the port that"
            + " needs it, or lower the rule itself by rules: {ID: audit}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "host: '*', port: 8443",
        "host: '*.internal'",
        "cidr: 10.0.0.0/8",
        "direction: in, port: 1",
        "cidr: 0.0.0.0/0, code: com.acme",
        "service: orders"
      })
  void anExceptionForLessIsNot(String match) {
    assertProblems("exceptions:\n" + exception("x", match, "2027-03-31"));
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
    assertException(
        "allow: {rules: [tamper.jar]}",
        "7: warning: exceptions[x].allow.rules[1] has no effect: tampering is no connection's and no"
            + " request's; the stage off silences the rule",
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
  void textsHaveALimit() {
    String code = "a.".repeat(400_000) + "a";
    assertException(
        "match: {code: " + code + "}",
        "7: error: exceptions[x].match.code must be at most 1000 characters long, not the text '"
            + code.substring(0, 80)
            + "…'",
        7);
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
}
