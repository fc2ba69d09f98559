package dev.stockade.policy.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.rule.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CipherSuitesTest {
  @ParameterizedTest
  @CsvSource({
    "TLS_AES_128_GCM_SHA256, true, false, false",
    "TLS_CHACHA20_POLY1305_SHA256, true, false, false",
    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, true, false, false",
    "SSL_ECDHE_RSA_WITH_AES_128_GCM_SHA256, true, false, false",
    "TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA, true, false, false",
    "TLS_PSK_DHE_WITH_AES_128_CCM_8, true, false, true",
    "TLS_DHE_RSA_WITH_AES_256_CBC_SHA, true, false, true",
    "SSL_DHE_RSA_WITH_DES_CBC_SHA, true, true, true",
    "SSL_DHE_DSS_EXPORT_WITH_DES40_CBC_SHA, true, true, true",
    "TLS_ECDHE_RSA_WITH_NULL_SHA, true, true, false",
    "TLS_ECDHE_RSA_WITH_RC4_128_SHA, true, true, false",
    "TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA, true, true, false",
    "TLS_SHA256_SHA256, true, true, false",
    "TLS_RSA_WITH_AES_128_GCM_SHA256, false, false, false",
    "TLS_ECDH_RSA_WITH_AES_128_GCM_SHA256, false, false, false",
    "TLS_DH_RSA_WITH_AES_128_GCM_SHA256, false, false, false",
    "TLS_PSK_WITH_AES_128_GCM_SHA256, false, false, false",
    "TLS_RSA_PSK_WITH_AES_128_GCM_SHA256, false, false, false",
    "TLS_SRP_SHA_WITH_AES_128_CBC_SHA, false, false, false",
    "TLS_KRB5_WITH_IDEA_CBC_MD5, false, true, false",
    "TLS_ECDH_anon_WITH_AES_128_CBC_SHA, false, true, false",
    "TLS_DH_anon_WITH_AES_128_GCM_SHA256, false, true, false",
    "SSL_RSA_WITH_RC4_128_MD5, false, true, false",
    "SSL_RSA_WITH_3DES_EDE_CBC_SHA, false, true, false",
    "TLS_RSA_WITH_SEED_CBC_SHA, false, true, false",
    "SSL_NULL_WITH_NULL_NULL, false, true, false",
    "TLS_EMPTY_RENEGOTIATION_INFO_SCSV, false, false, false",
    "TLS_FALLBACK_SCSV, false, false, false",
  })
  void aNameTellsSecrecyWeaknessAndFiniteFieldDh(
      String name, boolean forwardSecret, boolean weak, boolean dhe) {
    assertThat(CipherSuites.isForwardSecret(name)).as("forward secret").isEqualTo(forwardSecret);
    assertThat(CipherSuites.isWeak(name)).as("weak").isEqualTo(weak);
    assertThat(CipherSuites.isEphemeralDh(name)).as("ephemeral DH").isEqualTo(dhe);
  }

  @Test
  void onlyTheTwoScsvsAreSignals() {
    assertThat(CipherSuites.isSignalling("TLS_EMPTY_RENEGOTIATION_INFO_SCSV")).isTrue();
    assertThat(CipherSuites.isSignalling("TLS_FALLBACK_SCSV")).isTrue();
    assertThat(CipherSuites.isSignalling("TLS_AES_128_GCM_SHA256")).isFalse();
  }

  @Test
  void theOlderNameDiffersInThePrefix() {
    assertThat(CipherSuites.olderName("TLS_RSA_WITH_RC4_128_MD5"))
        .isEqualTo("SSL_RSA_WITH_RC4_128_MD5");
  }

  @Test
  void weaknessOutranksMissingForwardSecrecy() {
    assertThat(CipherSuites.offendedBy("TLS_RSA_WITH_AES_128_GCM_SHA256"))
        .isEqualTo(Rule.TLS_FORWARD_SECRECY);
    assertThat(CipherSuites.offendedBy("SSL_RSA_WITH_3DES_EDE_CBC_SHA"))
        .isEqualTo(Rule.TLS_CIPHER_STRENGTH);
    assertThat(CipherSuites.offendedBy("TLS_RSA_WITH_NULL_SHA256"))
        .isEqualTo(Rule.TLS_CIPHER_STRENGTH);
  }

  @Test
  void ofANameThatIsNoSuiteNothingIsClaimedAboutForwardSecrecy() {
    assertThat(CipherSuites.offendedBy("(NONE)")).isEqualTo(Rule.TLS_CIPHER_STRENGTH);
  }
}
