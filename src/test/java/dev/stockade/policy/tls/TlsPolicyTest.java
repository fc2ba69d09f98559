package dev.stockade.policy.tls;

import static dev.stockade.policy.rule.Direction.IN;
import static dev.stockade.policy.rule.Direction.OUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsPolicyTest {
  private static final String GOOD = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
  private static final String DHE = "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256";

  private final TlsPolicy aws = policy("aws-outposts");
  private final TlsPolicy ietf = policy("ietf-bcp195-2026");
  private final TlsPolicy modern = policy("mozilla-modern-6.0");

  @ParameterizedTest
  @CsvSource({
    "SSLv2Hello, false, false",
    "SSLv3, false, false",
    "TLSv1, false, false",
    "TLSv1.1, false, false",
    "TLSv1.2, true, false",
    "TLSv1.3, true, true",
    "DTLSv1.0, false, false",
    "DTLSv1.2, true, false",
    "DTLSv1.3, true, true",
    "TLSv1.4, true, true",
  })
  void versionsFromTheMinimumOnAndUnknownOnesAreAllowed(
      String version, boolean byAws, boolean byModern) {
    assertThat(aws.allowsProtocol(version)).isEqualTo(byAws);
    assertThat(modern.allowsProtocol(version)).isEqualTo(byModern);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        GOOD,
        "SSL_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLS_AES_256_GCM_SHA384",
        "TLS_EMPTY_RENEGOTIATION_INFO_SCSV",
        "TLS_FALLBACK_SCSV"
      })
  void listedSuitesAndSignalsAreAllowed(String suite) {
    assertThat(aws.allowsSuite(suite)).isTrue();
    assertThat(aws.ruleAgainstSuite(suite)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "TLS_RSA_WITH_AES_128_GCM_SHA256, TLS_FORWARD_SECRECY",
    "TLS_ECDH_RSA_WITH_AES_128_GCM_SHA256, TLS_FORWARD_SECRECY",
    "SSL_RSA_WITH_3DES_EDE_CBC_SHA, TLS_CIPHER_STRENGTH",
    "TLS_ECDH_anon_WITH_AES_128_CBC_SHA, TLS_CIPHER_STRENGTH",
    "TLS_ECDHE_RSA_WITH_RC4_128_SHA, TLS_CIPHER_STRENGTH",
    "TLS_SM4_GCM_SM3, TLS_CIPHER_STRENGTH",
  })
  void aSuiteOutsideTheListOffendsOneRule(String suite, Rule rule) {
    assertThat(aws.allowsSuite(suite)).isFalse();
    assertThat(aws.ruleAgainstSuite(suite)).isEqualTo(rule);
  }

  @Test
  void aModernHandshakePasses() {
    TlsFacts facts = facts(OUT, "TLSv1.3", "TLS_AES_128_GCM_SHA256", "X25519MLKEM768", 0);

    assertThat(aws.judge(facts, 0)).isSameAs(Finding.PASS);
    assertThat(policy("pq-ready").judge(facts, 0)).isSameAs(Finding.PASS);
  }

  @Test
  void whatIsUnknownGivesNoFinding() {
    assertThat(modern.judge(facts(OUT, null, null, null, 0), 0)).isSameAs(Finding.PASS);
    assertThat(modern.judge(facts(null, "TLSv9", null, null, 0), 0)).isSameAs(Finding.PASS);
  }

  @Test
  void anOldVersionIsAViolation() {
    assertFinding(
        aws.judge(facts(OUT, "TLSv1.1", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA", "secp256r1", 0), 0),
        Verdict.VIOLATION,
        "server chose TLSv1.1, profile aws-outposts needs TLSv1.2 or newer",
        Rule.TLS_MIN_VERSION);
    assertFinding(
        modern.judge(facts(IN, "DTLSv1.2", "TLS_AES_128_GCM_SHA256", null, 0), 0),
        Verdict.VIOLATION,
        "client was served DTLSv1.2, profile mozilla-modern-6.0 needs DTLSv1.3 or newer",
        Rule.TLS_MIN_VERSION);
  }

  @Test
  void aSuiteIsRefusedWithItsFault() {
    assertFinding(
        aws.judge(facts(OUT, "TLSv1.2", "TLS_RSA_WITH_AES_128_GCM_SHA256", null, 0), 0),
        Verdict.VIOLATION,
        "server chose TLS_RSA_WITH_AES_128_GCM_SHA256, which has no forward secrecy",
        Rule.TLS_FORWARD_SECRECY);
    assertFinding(
        aws.judge(facts(IN, "TLSv1.2", "SSL_RSA_WITH_3DES_EDE_CBC_SHA", null, 0), 0),
        Verdict.VIOLATION,
        "client was served SSL_RSA_WITH_3DES_EDE_CBC_SHA, which uses 3DES",
        Rule.TLS_CIPHER_STRENGTH);
    assertFinding(
        ietf.judge(facts(OUT, "TLSv1.2", DHE, null, 2048), 0),
        Verdict.VIOLATION,
        "server chose " + DHE + ", which profile ietf-bcp195-2026 does not list",
        Rule.TLS_CIPHER_STRENGTH);
  }

  @Test
  void smallEphemeralDhIsAWarning() {
    assertFinding(
        aws.judge(facts(OUT, "TLSv1.2", DHE, null, 1024), 0),
        Verdict.WARN,
        "ephemeral DH has 1024 bits, profile aws-outposts needs 2048",
        Rule.TLS_DH_SIZE);
  }

  @Test
  void largeOrUnmeasuredEphemeralDhIsANote() {
    String reason =
        "ephemeral finite-field DH is allowed by profile aws-outposts but deprecated by RFC 10015";

    assertFinding(
        aws.judge(facts(OUT, "TLSv1.2", DHE, "ffdhe2048", 2048), 0),
        Verdict.NOTE,
        reason,
        Rule.TLS_DH_SIZE);
    assertFinding(
        aws.judge(facts(OUT, "TLSv1.2", DHE, null, 0), 0), Verdict.NOTE, reason, Rule.TLS_DH_SIZE);
  }

  @Test
  void aGroupOutsideTheListIsAWarning() {
    assertFinding(
        ietf.judge(facts(OUT, "TLSv1.2", GOOD, "secp521r1", 0), 0),
        Verdict.WARN,
        "the key exchange used group secp521r1, which profile ietf-bcp195-2026 does not list",
        Rule.TLS_GROUP);
  }

  @Test
  void groupNamesDifferFreelyInCase() {
    assertThat(ietf.judge(facts(OUT, "TLSv1.2", GOOD, "X25519", 0), 0)).isSameAs(Finding.PASS);
    assertThat(ietf.judge(facts(OUT, "TLSv1.2", GOOD, "SECP256R1", 0), 0)).isSameAs(Finding.PASS);
  }

  @Test
  void theGroupOfADheSuiteIsJudgedByItsSizeAlone() {
    assertThat(aws.judge(facts(OUT, "TLSv1.2", DHE, "ffdhe1024x", 1024), 0).rules())
        .containsExactly(Rule.TLS_DH_SIZE);
  }

  @Test
  void severalFindingsAreJoinedInTheOrderOfTheRules() {
    assertFinding(
        aws.judge(facts(OUT, "TLSv1", "TLS_RSA_WITH_AES_128_CBC_SHA", "brainpoolP256r1", 512), 0),
        Verdict.VIOLATION,
        "server chose TLSv1, profile aws-outposts needs TLSv1.2 or newer"
            + "; server chose TLS_RSA_WITH_AES_128_CBC_SHA, which has no forward secrecy"
            + "; ephemeral DH has 512 bits, profile aws-outposts needs 2048"
            + "; the key exchange used group brainpoolP256r1, which profile aws-outposts does not"
            + " list",
        Rule.TLS_MIN_VERSION,
        Rule.TLS_FORWARD_SECRECY,
        Rule.TLS_DH_SIZE,
        Rule.TLS_GROUP);
  }

  @Test
  void aProfileWithoutSuitesOfTls13LeavesThemUnchecked() {
    TlsPolicy elb = policy("aws-elb-fs-1-2-res-2019-08");

    assertThat(elb.allowsSuite("TLS_AES_128_GCM_SHA256")).isTrue();
    assertThat(elb.allowsSuite("TLS_SHA256_SHA256")).isFalse();
    assertThat(elb.allowsSuite(DHE)).isFalse();
    assertThat(modern.allowsSuite("TLS_AES_128_CCM_SHA256")).isFalse();
  }

  private static TlsPolicy policy(String profile) {
    return new TlsPolicy(Profiles.named(profile));
  }

  private static TlsFacts facts(
      Direction direction, String version, String cipher, String group, int dhBits) {
    return new TlsFacts.Builder(direction)
        .session(version, cipher, false)
        .keyExchange(group, dhBits)
        .build();
  }

  private static void assertFinding(
      Finding finding, Verdict verdict, String reason, Rule... rules) {
    assertThat(finding.reason()).isEqualTo(reason);
    assertThat(finding.verdict()).isEqualTo(verdict);
    assertThat(finding.rules()).containsExactly(rules);
  }
}
