package dev.stockade.policy.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.Profiles;
import org.junit.jupiter.api.Test;

class SuiteNamesTest {
  @Test
  void everySuiteOfAProfileIsRegistered() {
    for (String profile : Profiles.names()) {
      assertThat(Profiles.named(profile).suites()).allMatch(SuiteNames::isRegistered);
    }
  }

  @Test
  void otherSpellingsAreNot() {
    assertThat(SuiteNames.isRegistered("ECDHE-RSA-AES128-GCM-SHA256")).isFalse();
    assertThat(SuiteNames.isRegistered("TLS_ECDHE_RSA_WITH_AES_512_GCM_SHA256")).isFalse();
    assertThat(SuiteNames.hint("tls_aes_128_gcm_sha256"))
        .isEqualTo("; did you mean 'TLS_AES_128_GCM_SHA256'?");
  }
}
