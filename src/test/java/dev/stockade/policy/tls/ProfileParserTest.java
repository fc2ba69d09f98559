package dev.stockade.policy.tls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ProfileParserTest {
  private static final String HEAD =
      "# A comment.\n\nid: x\ntitle: T: with colon\nsource: S\ndate: 2026\nminimum: TLSv1.2\n";
  private static final String LISTS = "tls13: TLS_A TLS_B\r\ntls12: TLS_C\ngroups: x25519 X448";

  @Test
  void listsMayBeSplitOverKeysAndLines() {
    Profile profile = parse(HEAD + LISTS);

    assertThat(profile.title()).isEqualTo("T: with colon");
    assertThat(profile.suites()).containsExactly("TLS_A", "TLS_B", "TLS_C");
    assertThat(profile.groups().contains("X25519")).isTrue();
    assertThat(profile.minDhBits()).isEqualTo(2048);
    assertThat(profile.minKeyBits()).isEqualTo(2048);
    assertThat(profile.minEcBits()).isEqualTo(224);
  }

  @Test
  void groupsAndSchemesThatAreNotListedAreNotChecked() {
    Profile profile = parse(HEAD + "tls12: TLS_C");

    assertThat(profile.groups()).isEmpty();
    assertThat(profile.schemes()).isEmpty();
    assertThat(profile.confidence()).isNull();
    assertThat(profile.recommended()).isNull();
    assertThat(profile.isReportOnly()).isFalse();
  }

  @Test
  void sourcesMayBeSeveral() {
    Profile profile =
        parse(
            HEAD
                + LISTS
                + "\nsource: T\nattribution: A\nconfidence: secondary\nrecommended: TLSv1.3");

    assertThat(profile.sources()).containsExactly("S", "T");
    assertThat(profile.attribution()).isEqualTo("A");
    assertThat(profile.confidence()).isEqualTo(Confidence.SECONDARY);
    assertThat(profile.recommended()).isEqualTo("TLSv1.3");
  }

  @Test
  void conditionsMayBeSaid() {
    Profile profile =
        parse(
            HEAD
                + LISTS
                + "\nextended-master-secret: required\ncbc: encrypt-then-mac\nrenegotiation: forbidden"
                + "\nreport-only: true\nschemes: ed25519 ed448");

    assertThat(profile.requiresExtendedMasterSecret()).isTrue();
    assertThat(profile.cbcNeedsEncryptThenMac()).isTrue();
    assertThat(profile.forbidsRenegotiation()).isTrue();
    assertThat(profile.isReportOnly()).isTrue();
    assertThat(profile.schemes()).containsExactly("ed25519", "ed448");
  }

  @Test
  void aYearMeansItsLastDayAndAStarAllThatStartSo() {
    UseUntil until =
        parse(HEAD + "until 2031: TLSv1.2 TLS_*\nuntil 2029-06-30: X448\n" + LISTS).until();

    assertThat(until.names()).containsExactly("TLS_A", "TLS_B", "TLS_C", "TLSv1.2", "X448");
    assertThat(until.lastDay("TLSv1.2")).isEqualTo("2031-12-31");
    assertThat(until.lastDay("x448")).isEqualTo("2029-06-30");
    assertThat(until.lastDay("x25519")).isNull();
  }

  @Test
  void sizesOfKeysMayBeSaid() {
    Profile profile = parse(HEAD + "min-key-bits: 3072\nmin-ec-bits: 256\n" + LISTS);

    assertThat(profile.minKeyBits()).isEqualTo(3072);
    assertThat(profile.minEcBits()).isEqualTo(256);
  }

  @Test
  void aMistakeIsNamedWithFileAndLine() {
    assertMistake(HEAD + "minimun: TLSv1.2", "x.profile:8: unknown key minimun");
    assertMistake(HEAD + "id: y", "x.profile:8: the key id stands twice");
    assertMistake(HEAD + "tls12:", "x.profile:8: the key tls12 has no value");
    assertMistake(HEAD + LISTS + "\ntls12: TLS_A", "x.profile:11: TLS_A stands twice");
    assertMistake("hello", "x.profile:1: expected \"key: value\" but found \"hello\"");
    assertMistake(
        "confidence: sure",
        "x.profile:1: confidence is verified, secondary, interpretation or derived, not sure");
    assertMistake("cbc: never", "x.profile:1: cbc is encrypt-then-mac or left out, not never");
    assertMistake(
        "recommended: 1.3",
        "x.profile:1: the recommended is a TLS version such as TLSv1.2, not 1.3");
    assertMistake(
        "until soon: TLSv1.2",
        "x.profile:1: until is followed by a year or a day such as 2031-12-31, not soon");
    assertMistake(
        HEAD + "until 2031: ffdhe2048\n" + LISTS,
        "x.profile:8: ffdhe2048 has a last day, but the profile does not list it");
    assertMistake(
        HEAD + LISTS + "\nuntil 2031: TLS_*\nuntil 2029: TLS_A",
        "x.profile:12: TLS_A has two last days");
    assertMistake("min-dh-bits: many", "x.profile:1: min-dh-bits is a number of bits, not many");
    assertMistake("min-ec-bits: P-256", "x.profile:1: min-ec-bits is a number of bits, not P-256");
    assertMistake(
        "minimum: 1.2", "x.profile:1: the minimum is a TLS version such as TLSv1.2, not 1.2");
    assertMistake(
        "tls12: ECDHE-RSA",
        "x.profile:1: cipher suites have IANA names such as TLS_AES_128_GCM_SHA256, not ECDHE-RSA");
  }

  @Test
  void anIncompleteFileIsRefused() {
    assertMistake(
        HEAD,
        "x.profile:7: the file ends, but id, title, source, date, minimum and cipher suites"
            + " are needed");
  }

  private static Profile parse(String text) {
    return ProfileParser.parse("x.profile", text.getBytes(UTF_8));
  }

  private static void assertMistake(String text, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> parse(text)).withMessage(message);
  }
}
