package dev.stockade.policy.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProfilesTest {
  private static final Path SNAPSHOTS = Path.of("test/resources/dev/stockade/policy/tls/snapshots");

  /**
   * A profile never changes: a new edition is a new profile with a new id, whose snapshot {@code
   * -Dcontract.write=true} writes. It writes none that is there.
   */
  @ParameterizedTest
  @MethodSource("dev.stockade.policy.tls.Profiles#names")
  void eachProfileIsWhatItsSnapshotSays(String id) throws Exception {
    Path snapshot = SNAPSHOTS.resolve(id + ".txt");
    if (Boolean.getBoolean("contract.write") && !Files.exists(snapshot)) {
      Files.writeString(snapshot, describe(Profiles.named(id)));
    }
    assertThat(describe(Profiles.named(id))).isEqualTo(Files.readString(snapshot));
  }

  @ParameterizedTest
  @MethodSource("dev.stockade.policy.tls.Profiles#names")
  void noProfileListsAWeakSuite(String id) {
    assertThat(Profiles.named(id).suites()).isNotEmpty().noneMatch(CipherSuites::isWeak);
  }

  /** A standard as a whole may allow more; its forward-secret part is a profile of its own. */
  @ParameterizedTest
  @MethodSource("dev.stockade.policy.tls.Profiles#names")
  void allButWholeStandardsAreForwardSecret(String id) {
    Set<String> suites = Profiles.named(id).suites();

    if (Profiles.has(id + "-pfs")) {
      assertThat(suites).anyMatch(suite -> !CipherSuites.isForwardSecret(suite));
      assertThat(suites).containsAll(Profiles.named(id + "-pfs").suites());
    } else {
      assertThat(suites).allMatch(CipherSuites::isForwardSecret);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.stockade.policy.tls.Profiles#names")
  void theFileIsNamedByItsIdAndSaysWhatTheListOfReportsSays(String id) {
    Profile profile = Profiles.named(id);

    assertThat(profile.id()).isEqualTo(id);
    assertThat(profile.isReportOnly()).isEqualTo(Profiles.isReportOnly(id));
  }

  @ParameterizedTest
  @CsvSource({
    "nist, nist-sp800-52r2-pfs",
    "bsi, bsi-tr-02102-2-2026-01-pfs",
    "pci, pci-dss-4.0.1-interpretation-2026",
    "fips, fips-140-3-core-2026",
    "cnsa, cnsa-1.0-rfc9151-pfs",
  })
  void aShortNameMeansADatedProfile(String alias, String id) {
    assertThat(Profiles.aliases()).hasSize(5).contains(alias);
    assertThat(Profiles.has(alias)).isTrue();
    assertThat(Profiles.names()).contains(id).doesNotContain(alias);
    assertThat(Profiles.named(alias).id()).isEqualTo(id);
  }

  /** Those without it were written before it could be said. */
  @Test
  void whatTheListsRestOnIsSaid() {
    assertThat(Profiles.names())
        .filteredOn(id -> Profiles.named(id).confidence() == null)
        .containsExactly(
            "aws-outposts",
            "ietf-bcp195-2026",
            "mozilla-intermediate-6.0",
            "mozilla-modern-6.0",
            "pq-ready");
  }

  @ParameterizedTest
  @MethodSource("dev.stockade.policy.tls.Profiles#names")
  void whoeverAsksToBeNamedIs(String id) {
    Profile profile = Profiles.named(id);
    boolean fromDataSet =
        profile.sources().stream().anyMatch(source -> source.contains("tls-compliance-dataset"));

    assertThat(profile.attribution() != null).isEqualTo(fromDataSet);
  }

  @Test
  void theDigestIsTheHashOfTheFile() throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(resource("profiles/aws-outposts.profile"));

    Profile profile = Profiles.named("aws-outposts");

    assertThat(profile.digest()).isEqualTo("sha256:" + HexFormat.of().formatHex(hash));
    assertThat(profile.digest()).isSameAs(profile.digest());
  }

  @Test
  void groupsIgnoreTheCaseOfLetters() {
    assertThat(Profiles.named("pq-ready").groups().contains("x25519mlkem768")).isTrue();
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Profiles.named("mozilla-old"))
        .withMessage(
            "no profile is named mozilla-old, allowed are "
                + "nist, bsi, pci, fips, cnsa or an id that the command `profile list` shows");
  }

  private static String describe(Profile profile) {
    StringBuilder text = new StringBuilder();
    line(text, "id", profile.id());
    line(text, "title", profile.title());
    profile.sources().forEach(source -> line(text, "source", source));
    line(text, "attribution", profile.attribution());
    line(text, "confidence", profile.confidence() == null ? null : profile.confidence().label());
    line(text, "date", profile.date());
    line(text, "minimum", profile.minimum());
    line(text, "recommended", profile.recommended());
    line(text, "min-dh-bits", profile.minDhBits());
    line(text, "min-key-bits", profile.minKeyBits());
    line(text, "min-ec-bits", profile.minEcBits());
    line(
        text, "extended-master-secret", profile.requiresExtendedMasterSecret() ? "required" : null);
    line(text, "cbc", profile.cbcNeedsEncryptThenMac() ? "encrypt-then-mac" : null);
    line(text, "renegotiation", profile.forbidsRenegotiation() ? "forbidden" : null);
    line(text, "report-only", profile.isReportOnly() ? "true" : null);
    new TreeSet<>(profile.suites()).forEach(suite -> line(text, "suite", suite));
    profile.groups().forEach(group -> line(text, "group", group));
    new TreeSet<>(profile.schemes()).forEach(scheme -> line(text, "scheme", scheme));
    UseUntil until = profile.until();
    until.names().forEach(name -> line(text, "until " + until.lastDay(name), name));
    return text.toString();
  }

  private static void line(StringBuilder text, String key, Object value) {
    if (value != null) {
      text.append(key).append(' ').append(value).append('\n');
    }
  }

  private static byte[] resource(String name) throws Exception {
    try (InputStream in = ProfilesTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
