package dev.stockade.policy.tls;

import static dev.stockade.policy.rule.Direction.IN;
import static dev.stockade.policy.rule.Direction.OUT;
import static dev.stockade.policy.rule.Rule.TLS_CERTIFICATE_EXPIRY;
import static dev.stockade.policy.rule.Rule.TLS_CERTIFICATE_KEY_SIZE;
import static dev.stockade.policy.rule.Rule.TLS_CERTIFICATE_SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.RuleSelection;
import dev.stockade.policy.rule.Verdict;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateRulesTest {
  private static final long NOW = Instant.parse("2026-11-30T12:00:00Z").toEpochMilli();
  private static final long DAY = 86_400_000;

  private final TlsPolicy policy = new TlsPolicy(Profiles.named("aws-outposts"));

  @Test
  void aGoodCertificateOfEachSidePasses() {
    CertificateChain chain = chain(leaf().build(), root().build());

    assertThat(judge(OUT, chain, null)).isSameAs(Finding.PASS);
    assertThat(judge(IN, chain, chain)).isSameAs(Finding.PASS);
    assertThat(judge(OUT, null, null)).isSameAs(Finding.PASS);
  }

  @ParameterizedTest
  @CsvSource({
    "29.9, 'ends on 2026-12-30, in 29 days'",
    "2.1, 'ends on 2026-12-02, in 2 days'",
    "1.1, 'ends on 2026-12-01, in 1 day'",
    "0.1, 'ends on 2026-11-30, in less than a day'",
    "-0.1, 'ended on 2026-11-30, less than a day ago'",
    "-1.1, 'ended on 2026-11-29, 1 day ago'",
    "-400, 'ended on 2025-10-26, 400 days ago'",
  })
  void oneThatEndsWithinThirtyDaysIsNamedWithTheDate(double days, String what) {
    CertificateFacts ending = leaf().valid(NOW - 900 * DAY, NOW + (long) (days * DAY)).build();
    Finding finding = judge(OUT, chain(ending), null);

    assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
    assertThat(finding.rules()).containsExactly(TLS_CERTIFICATE_EXPIRY);
    assertThat(finding.reason())
        .isEqualTo(
            "the server's certificate CN=db.internal (aaaaaaaaaaaaaaaa) "
                + what
                + ": ask its owner to renew it");
    assertThat(finding.reasons().get(0).data()).containsEntry("certificate", "aaaaaaaaaaaaaaaa");
  }

  @Test
  void oneThatEndsLaterOrNobodyKnowsWhenPasses() {
    CertificateChain later = chain(leaf().valid(0, NOW + 30 * DAY).build());
    CertificateChain unknown = chain(leaf().valid(0, 0).build());

    assertThat(judge(OUT, later, null)).isSameAs(Finding.PASS);
    assertThat(judge(OUT, unknown, null)).isSameAs(Finding.PASS);
  }

  @Test
  void ofWhichSideItIsIsSaid() {
    CertificateChain ended = chain(leaf().valid(0, NOW - DAY).build());

    assertThat(judge(OUT, ended, null).reason()).startsWith("the server's certificate CN=");
    assertThat(judge(OUT, null, ended).reason())
        .startsWith("own certificate CN=db.internal (aaaaaaaaaaaaaaaa) ended on ")
        .endsWith(": renew it");
    assertThat(judge(IN, ended, null).reason()).startsWith("own certificate CN=");
    assertThat(judge(IN, null, ended).reason())
        .startsWith("the client's certificate CN=")
        .endsWith(": ask its owner to renew it");
  }

  @ParameterizedTest
  @CsvSource({
    "RSA, 1024, 2048",
    "RSASSA-PSS, 2047, 2048",
    "DSA, 1024, 2048",
    "DH, 1024, 2048",
    "EC, 192, 224"
  })
  void aSmallKeyIsAWarning(String type, int bits, int needed) {
    Finding finding = judge(OUT, chain(leaf().key(type, bits, null).build()), null);

    assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
    assertThat(finding.rules()).containsExactly(TLS_CERTIFICATE_KEY_SIZE);
    assertThat(finding.reason())
        .isEqualTo(
            "the server's certificate CN=db.internal (aaaaaaaaaaaaaaaa) has a key of "
                + bits
                + " bits ("
                + type
                + "), profile aws-outposts needs "
                + needed
                + ": ask its owner to renew it with a larger key");
  }

  @ParameterizedTest
  @CsvSource({"RSA, 2048", "EC, 224", "EC, 256", "DSA, 3072", "Ed25519, 255", "ML-DSA, 0", ", 100"})
  void aLargeKeyOrOneThatIsNotMeasuredPasses(String type, int bits) {
    CertificateChain chain = chain(leaf().key(type, bits, null).build());

    assertThat(judge(OUT, chain, null)).isSameAs(Finding.PASS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SHA1withRSA", "MD5withRSA", "MD2withRSA", "SHA1withECDSA", "SHA1WITHDSA"})
  void aSignatureThatCanBeForgedIsAWarning(String algorithm) {
    Finding finding = judge(OUT, chain(leaf().signatureAlgorithm(algorithm).build()), null);

    assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
    assertThat(finding.rules()).containsExactly(TLS_CERTIFICATE_SIGNATURE);
    assertThat(finding.reason())
        .isEqualTo(
            "the server's certificate CN=db.internal (aaaaaaaaaaaaaaaa) is signed with "
                + algorithm
                + ", which can be forged: ask its owner to have it signed with SHA-256");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SHA256withRSA", "SHA384withECDSA", "RSASSA-PSS", "Ed25519", "1.2.3"})
  void anotherSignaturePasses(String algorithm) {
    CertificateChain chain = chain(leaf().signatureAlgorithm(algorithm).build());

    assertThat(judge(OUT, chain, null)).isSameAs(Finding.PASS);
  }

  @Test
  void aRootIsTrustedForBeingKnown() {
    CertificateFacts old =
        root().key("RSA", 1024, null).signatureAlgorithm("SHA1withRSA").valid(0, 1).build();

    assertThat(judge(OUT, chain(leaf().build(), old), null)).isSameAs(Finding.PASS);
  }

  /** Its signature says nothing, but its key is used. */
  @Test
  void ofACertificateThatSignedItselfOnlyTheKeyCounts() {
    CertificateFacts own =
        root().key("RSA", 1024, null).signatureAlgorithm("SHA1withRSA").valid(0, NOW).build();

    assertThat(judge(OUT, chain(own), null).rules())
        .containsExactly(TLS_CERTIFICATE_EXPIRY, TLS_CERTIFICATE_KEY_SIZE);
  }

  @Test
  void anAuthorityIsWarnedOfWhateverTheStage() {
    CertificateFacts authority =
        root().selfSigned(false).key("RSA", 1024, null).signatureAlgorithm("MD5withRSA").build();
    EnumSet<Rule> raised = EnumSet.of(TLS_CERTIFICATE_KEY_SIZE, TLS_CERTIFICATE_SIGNATURE);
    RuleSelection rules = new RuleSelection(EnumSet.allOf(Rule.class), raised);
    TlsPolicy strict = new TlsPolicy(Profiles.named("aws-outposts"), rules, null);
    TlsFacts facts = facts(OUT, chain(leaf().build(), authority, root().build()), null);

    Finding finding = strict.judge(facts, NOW);

    assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
    assertThat(finding.rules())
        .containsExactly(TLS_CERTIFICATE_KEY_SIZE, TLS_CERTIFICATE_SIGNATURE);
    assertThat(finding.reason())
        .startsWith("in the server's chain authority CN=root (bbbbbbbbbbbbbbbb) has a key of 1024");
  }

  @Test
  void aStageOfItsOwnMakesTheLeafAViolation() {
    EnumSet<Rule> raised = EnumSet.of(TLS_CERTIFICATE_KEY_SIZE, TLS_CERTIFICATE_SIGNATURE);
    RuleSelection rules = new RuleSelection(EnumSet.allOf(Rule.class), raised);
    TlsPolicy strict = new TlsPolicy(Profiles.named("aws-outposts"), rules, null);
    CertificateChain small = chain(leaf().key("RSA", 1024, null).build());
    CertificateChain forged = chain(leaf().signatureAlgorithm("SHA1withRSA").build());
    CertificateChain ended = chain(leaf().valid(0, 1).build());

    assertThat(strict.judge(facts(OUT, small, null), NOW).verdict()).isEqualTo(Verdict.VIOLATION);
    assertThat(strict.judge(facts(IN, null, forged), NOW).verdict()).isEqualTo(Verdict.VIOLATION);
    assertThat(strict.judge(facts(OUT, ended, null), NOW).verdict()).isEqualTo(Verdict.WARN);
  }

  @Test
  void aRuleThatIsOffFindsNothing() {
    RuleSelection rules =
        RuleSelection.ALL.without(
            EnumSet.of(
                TLS_CERTIFICATE_EXPIRY, TLS_CERTIFICATE_KEY_SIZE, TLS_CERTIFICATE_SIGNATURE));
    TlsPolicy lax = new TlsPolicy(Profiles.named("aws-outposts"), rules, null);
    CertificateFacts bad =
        leaf().key("RSA", 512, null).signatureAlgorithm("MD5withRSA").valid(0, 1).build();

    assertThat(lax.judge(facts(OUT, chain(bad), null), NOW)).isSameAs(Finding.PASS);
  }

  /** A peer chooses it, and the sentence is an exception's message. */
  @Test
  void aSubjectStaysOnOneLine() {
    CertificateFacts odd =
        leaf().issued("CN=a\nstockade: all is well", "CN=i", "1").valid(0, 1).build();
    CertificateFacts nameless = leaf().issued("", "CN=i", "1").valid(0, 1).build();

    assertThat(judge(OUT, chain(odd), null).reason())
        .startsWith("the server's certificate CN=a?stockade: all is well (aaaaaaaaaaaaaaaa) ended");
    assertThat(judge(OUT, chain(nameless), null).reason())
        .startsWith("the server's certificate aaaaaaaaaaaaaaaa ended");
  }

  private Finding judge(Direction direction, CertificateChain server, CertificateChain client) {
    return policy.judge(facts(direction, server, client), NOW);
  }

  private static TlsFacts facts(
      Direction direction, CertificateChain server, CertificateChain client) {
    return new TlsFacts.Builder(direction)
        .certificates(direction == IN ? client : server, direction == IN ? server : client)
        .build();
  }

  private static CertificateChain chain(CertificateFacts... certificates) {
    return new CertificateChain(List.of(certificates));
  }

  private static CertificateFacts.Builder leaf() {
    return new CertificateFacts.Builder("a".repeat(64))
        .issued("CN=db.internal", "CN=root", "1")
        .key("EC", 256, "secp256r1")
        .signatureAlgorithm("SHA256withECDSA")
        .valid(NOW - 100 * DAY, NOW + 100 * DAY);
  }

  private static CertificateFacts.Builder root() {
    return new CertificateFacts.Builder("b".repeat(64))
        .issued("CN=root", "CN=root", "1")
        .key("RSA", 4096, null)
        .signatureAlgorithm("SHA256withRSA")
        .valid(NOW - 100 * DAY, NOW + 100 * DAY)
        .selfSigned(true)
        .authority(true);
  }
}
