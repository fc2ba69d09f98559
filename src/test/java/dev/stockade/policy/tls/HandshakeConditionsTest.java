package dev.stockade.policy.tls;

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

/** What profiles ask of a handshake beyond its version and cipher suite. */
class HandshakeConditionsTest {
  private static final String GCM = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
  private static final String CBC = "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256";
  private static final long NOW = Instant.parse("2026-11-30T12:00:00Z").toEpochMilli();

  @Test
  void aSchemeOutsideTheListIsAWarning() {
    Finding finding = judge("bsi", facts(GCM).course("rsa_pkcs1_sha256", 0, false));

    assertFinding(
        finding,
        Verdict.WARN,
        Rule.TLS_SIGNATURE_SCHEME,
        "the peer signed with rsa_pkcs1_sha256, which profile bsi-tr-02102-2-2026-01-pfs does not"
            + " list");
    assertPasses("bsi", facts(GCM).course("rsa_pss_rsae_sha256", 0, false));
    assertPasses("bsi", facts(GCM).course(null, 0, false));
    assertPasses("mozilla-modern-6.0", tls13().course("rsa_pkcs1_sha1", 0, false));
  }

  @Test
  void aMissingMasterSecretIsAWarningWhereTheProfileRequiresIt() {
    assertFinding(
        judge("fips", facts(GCM).agreed(null, null, false)),
        Verdict.WARN,
        Rule.TLS_EXTENDED_MASTER_SECRET,
        "the handshake had no extended master secret, which profile fips-140-3-core-2026 requires");
    assertPasses("fips", facts(GCM).agreed(null, null, true));
    assertPasses("fips", facts(GCM).agreed(null, null, null));
    assertPasses("pci", facts(GCM).agreed(null, null, false));
  }

  @Test
  void cbcWithoutEncryptThenMacIsAWarningOfEnginesThatAreKnownToLackIt() {
    assertFinding(
        judge("nist", facts(CBC).seenIn("SunJSSE", "SSLSocket")),
        Verdict.WARN,
        Rule.TLS_CIPHER_STRENGTH,
        CBC
            + " was used without encrypt-then-MAC, which profile nist-sp800-52r2-pfs wants for"
            + " CBC");
    assertThat(judge("nist", facts(CBC).seenIn("Conscrypt", null)).verdict())
        .isEqualTo(Verdict.WARN);
    assertPasses("nist", facts(CBC).seenIn("BCJSSE", null));
    assertPasses("nist", facts(GCM).seenIn("SunJSSE", null));
    assertPasses("aws-outposts", facts(CBC).seenIn("SunJSSE", null));
  }

  @Test
  void aRenegotiationIsToldWhereTheProfileForbidsIt() {
    assertFinding(
        judge("bsi", facts(GCM).course(null, 0, true)),
        Verdict.WARN,
        null,
        "the connection was renegotiated, which profile bsi-tr-02102-2-2026-01-pfs forbids");
    assertPasses("nist", facts(GCM).course(null, 0, true));
  }

  @ParameterizedTest
  @CsvSource({
    "2030-12-31T12:00:00Z, PASS",
    "2031-01-01T00:00:00Z, NOTE",
    "2031-12-31T23:59:59Z, NOTE",
    "2032-01-01T00:00:00Z, WARN",
  })
  void theYearBeforeALastDayIsANoteAndTheTimeAfterItAWarning(Instant now, Verdict verdict) {
    Finding finding = policy("bsi").judge(facts(GCM).build(), now.toEpochMilli());

    assertThat(finding.verdict()).isEqualTo(verdict);
  }

  @Test
  void aLastDayIsSaidOfEachPartAndRefusesNothing() {
    TlsPolicy raised = raised("bsi");
    TlsFacts facts =
        facts("TLS_DHE_RSA_WITH_AES_128_GCM_SHA256").keyExchange("ffdhe3072", 3072).build();
    long later = Instant.parse("2032-06-01T00:00:00Z").toEpochMilli();

    Finding finding = raised.judge(facts, later);

    assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
    assertThat(finding.reason())
        .contains("TLSv1.2 was to be used until 2031-12-31 by profile bsi-tr-02102-2-2026-01-pfs")
        .contains("TLS_DHE_RSA_WITH_AES_128_GCM_SHA256 was to be used until 2029-12-31")
        .contains("ffdhe3072 was to be used until 2029-12-31");
    assertThat(finding.rules())
        .contains(Rule.TLS_MIN_VERSION, Rule.TLS_CIPHER_STRENGTH, Rule.TLS_GROUP);
  }

  @Test
  void aStageOfTheirOwnMakesThemViolations() {
    TlsPolicy bsi = raised("bsi");
    TlsPolicy fips = raised("fips");

    assertThat(bsi.judge(facts(GCM).keyExchange("x25519", 0).build(), NOW).verdict())
        .isEqualTo(Verdict.VIOLATION);
    assertThat(bsi.judge(facts(GCM).course("rsa_pkcs1_sha256", 0, false).build(), NOW).verdict())
        .isEqualTo(Verdict.VIOLATION);
    assertThat(fips.judge(facts(GCM).agreed(null, null, false).build(), NOW).verdict())
        .isEqualTo(Verdict.VIOLATION);
    assertThat(bsi.judge(facts(CBC).seenIn("SunJSSE", null).build(), NOW).verdict())
        .isEqualTo(Verdict.WARN);
  }

  @Test
  void anOfferIsNarrowedToTheGroupsOfTheProfileWhereTheirRuleIsRaised() {
    Offer offer = Offer.ofGroups(List.of("x25519", "SECP256R1", "secp384r1", "ffdhe2048"));

    Narrowing taken = raised("bsi").narrow(offer);

    assertThat(taken.removedGroups()).containsExactly("x25519", "ffdhe2048");
    assertThat(taken.removes("x25519")).isTrue();
    assertThat(taken.leavesNothing()).isFalse();
    assertThat(taken.rules()).containsExactly(Rule.TLS_GROUP);
    assertThat(taken.reason()).isEqualTo("the offer holds 2 unlisted groups (x25519, ffdhe2048)");
    assertThat(policy("bsi").narrow(offer)).isSameAs(Narrowing.NONE);
    assertThat(policy("bsi").narrowsGroups()).isFalse();
    assertThat(raised("aws-elb-tls13-1-2-2021-06").narrowsGroups()).isFalse();
  }

  @Test
  void groupsAreNeverNarrowedToNothing() {
    Offer offer = Offer.ofGroups(List.of("x25519", "x448"));

    assertThat(raised("pq-ready-2026-08").narrow(offer)).isSameAs(Narrowing.NONE);
  }

  @Test
  void anExceptionForCipherStrengthStillMeansGroups() {
    RuleSelection rest = RuleSelection.ALL.without(EnumSet.of(Rule.TLS_CIPHER_STRENGTH));

    assertThat(rest.watches(Rule.TLS_GROUP)).isFalse();
    assertThat(
            RuleSelection.ALL.without(EnumSet.of(Rule.TLS_GROUP)).watches(Rule.TLS_CIPHER_STRENGTH))
        .isTrue();
  }

  private static TlsPolicy policy(String profile) {
    return new TlsPolicy(Profiles.named(profile));
  }

  private static TlsPolicy raised(String profile) {
    EnumSet<Rule> all = EnumSet.allOf(Rule.class);
    return new TlsPolicy(Profiles.named(profile), new RuleSelection(all, all), null);
  }

  private static Finding judge(String profile, TlsFacts.Builder facts) {
    return policy(profile).judge(facts.build(), NOW);
  }

  private static TlsFacts.Builder facts(String cipher) {
    return new TlsFacts.Builder(Direction.OUT).session("TLSv1.2", cipher, false);
  }

  private static TlsFacts.Builder tls13() {
    return new TlsFacts.Builder(Direction.OUT).session("TLSv1.3", "TLS_AES_128_GCM_SHA256", false);
  }

  private static void assertPasses(String profile, TlsFacts.Builder facts) {
    assertThat(judge(profile, facts)).isSameAs(Finding.PASS);
  }

  private static void assertFinding(Finding finding, Verdict verdict, Rule rule, String reason) {
    assertThat(finding.verdict()).isEqualTo(verdict);
    assertThat(finding.rules()).isEqualTo(rule == null ? List.of() : List.of(rule));
    assertThat(finding.reason()).isEqualTo(reason);
  }
}
