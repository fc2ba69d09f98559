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
  void noProfileListsAWeakSuiteOrOneWithoutForwardSecrecy(String id) {
    assertThat(Profiles.named(id).suites())
        .isNotEmpty()
        .allMatch(CipherSuites::isForwardSecret)
        .noneMatch(CipherSuites::isWeak);
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
            "no profile is named mozilla-old, allowed are " + String.join(", ", Profiles.names()));
  }

  private static String describe(Profile profile) {
    StringBuilder text = new StringBuilder();
    text.append("id ").append(profile.id()).append('\n');
    text.append("title ").append(profile.title()).append('\n');
    text.append("source ").append(profile.source()).append('\n');
    text.append("date ").append(profile.date()).append('\n');
    text.append("minimum ").append(profile.minimum()).append('\n');
    text.append("min-dh-bits ").append(profile.minDhBits()).append('\n');
    text.append("min-key-bits ").append(profile.minKeyBits()).append('\n');
    text.append("min-ec-bits ").append(profile.minEcBits()).append('\n');
    Set<String> suites = new TreeSet<>(profile.suites());
    suites.forEach(suite -> text.append("suite ").append(suite).append('\n'));
    profile.groups().forEach(group -> text.append("group ").append(group).append('\n'));
    return text.toString();
  }

  private static byte[] resource(String name) throws Exception {
    try (InputStream in = ProfilesTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
