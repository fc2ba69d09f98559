package dev.stockade.policy.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.Judge;
import dev.stockade.policy.Policy;
import dev.stockade.policy.PolicyDiff;
import dev.stockade.policy.tls.Profile;
import dev.stockade.policy.tls.ProfileDiff;
import dev.stockade.policy.tls.Profiles;
import org.junit.jupiter.api.Test;

/** Profiles that a policy file defines. */
class OwnProfileTest {
  private static final String ACME =
      """
      profile: acme-2026
      profiles:
        - id: acme-2026
          title: ACME's TLS
          extends: bsi
          min-version: TLSv1.3
          min-key-bits: 4096
          remove: {groups: [ffdhe3072, ffdhe4096]}
          add: {groups: [X25519MLKEM768], schemes: [ed25519]}
      """;

  @Test
  void oneExtendsAnother() {
    Policy policy = policy(ACME);
    Profile profile = new Judge(policy, null, null).profile();

    assertThat(policy.profile()).isEqualTo("acme-2026");
    assertThat(profile.id()).isEqualTo("acme-2026");
    assertThat(profile.title()).isEqualTo("ACME's TLS");
    assertThat(profile.minimum()).isEqualTo("TLSv1.3");
    assertThat(profile.cbcNeedsEncryptThenMac()).isTrue();
    assertThat(ProfileDiff.between(Profiles.named("bsi"), profile))
        .containsExactly(
            "min-version: TLSv1.2 -> TLSv1.3",
            "min-key-bits: 3000 -> 4096",
            "groups: - ffdhe3072",
            "groups: - ffdhe4096",
            "groups: + X25519MLKEM768",
            "schemes: + ed25519",
            "until ffdhe3072: 2029-12-31 -> none",
            "until ffdhe4096: 2029-12-31 -> none");
  }

  @Test
  void oneIsMadeFromNothing() {
    Profile profile =
        policy(
                """
                profile: tiny-1
                profiles:
                  - id: tiny-1
                    min-version: TLSv1.3
                    extended-master-secret: required
                    add: {suites: [TLS_AES_256_GCM_SHA384], groups: [x25519]}
                """)
            .tlsProfile();

    assertThat(profile.suites()).containsExactly("TLS_AES_256_GCM_SHA384");
    assertThat(profile.groups()).containsExactly("x25519");
    assertThat(profile.schemes()).isEmpty();
    assertThat(profile.requiresExtendedMasterSecret()).isTrue();
    assertThat(profile.minKeyBits()).isEqualTo(2048);
  }

  @Test
  void oneExtendsWhatStandsAbove() {
    Profile profile =
        policy(
                ACME.replace("profile: acme-2026\n", "profile: acme-2027\n")
                    + "  - {id: acme-2027, extends: acme-2026, min-key-bits: 3072}\n")
            .tlsProfile();

    assertThat(profile.minKeyBits()).isEqualTo(3072);
    assertThat(profile.minimum()).isEqualTo("TLSv1.3");
  }

  @Test
  void somebodyAnswersForWhatIsWeak() {
    Profile profile =
        policy(ACME.replace("TLSv1.3", "TLSv1.1") + "    owner: payments\n    reason: SEC-1234\n")
            .tlsProfile();

    assertThat(profile.minimum()).isEqualTo("TLSv1.1");
    assertThat(profile.sources()).contains("decided by payments: SEC-1234");
  }

  @Test
  void theDigestIsOfWhatItAsksForAndNotOfHowThatIsWritten() {
    String digest = policy(ACME).tlsProfile().digest();
    String other =
        ACME.replace("[ffdhe3072, ffdhe4096]", "[ffdhe4096, ffdhe3072]")
            .replace("ACME's TLS", "Ours")
            .replace("4096\n", "4096 # bits\n");

    assertThat(digest).startsWith("sha256:").isEqualTo(policy(other).tlsProfile().digest());
    assertThat(policy(ACME.replace("4096\n", "8192\n")).tlsProfile().digest()).isNotEqualTo(digest);
  }

  @Test
  void theCandidateMayHaveOne() {
    Policy policy =
        policy(ACME.replace("profile: acme-2026\n", "candidate: {profile: acme-2026}\n"));

    assertThat(policy.profile()).isEqualTo(Profiles.DEFAULT);
    assertThat(policy.candidate().tlsProfile().minimum()).isEqualTo("TLSv1.3");
  }

  @Test
  void twoPoliciesAreComparedByWhatTheirProfilesAskFor() {
    Policy before = policy(ACME);

    assertThat(PolicyDiff.between(before, policy(ACME))).isEmpty();
    assertThat(PolicyDiff.between(before, policy(ACME.replace("TLSv1.3", "TLSv1.2"))))
        .containsExactly("profiles acme-2026.min-version: TLSv1.3 -> TLSv1.2");
    assertThat(PolicyDiff.between(before, policy("mode: audit")))
        .containsExactly("profile: acme-2026 -> aws-outposts", "profiles acme-2026: removed");
  }

  private static Policy policy(String text) {
    PolicyFile file = PolicyFile.parse("p.yaml", text.getBytes(UTF_8), 0);
    assertThat(file.problems()).isEmpty();
    return file.policy();
  }
}
