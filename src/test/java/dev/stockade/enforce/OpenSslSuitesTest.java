package dev.stockade.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenSslSuitesTest {
  @ParameterizedTest
  @CsvSource({
    "ECDHE-RSA-AES128-GCM-SHA256, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
    "ECDHE-ECDSA-CHACHA20-POLY1305, TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
    "DHE-RSA-AES256-SHA256, TLS_DHE_RSA_WITH_AES_256_CBC_SHA256",
    "AES128-SHA, TLS_RSA_WITH_AES_128_CBC_SHA",
    "AES256-GCM-SHA384, TLS_RSA_WITH_AES_256_GCM_SHA384",
    "DES-CBC3-SHA, TLS_RSA_WITH_3DES_EDE_CBC_SHA",
    "ADH-AES128-SHA, TLS_DH_anon_WITH_AES_128_CBC_SHA",
    "UNKNOWN_ECDHE_RSA_WITH_AES_128_CBC_SHA, TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
    "TLS_AES_128_GCM_SHA256, TLS_AES_128_GCM_SHA256",
    "SSL_RSA_WITH_RC4_128_MD5, SSL_RSA_WITH_RC4_128_MD5",
  })
  void opensslsNameBecomesIanas(String openssl, String iana) {
    assertThat(OpenSslSuites.ianaName(openssl)).isEqualTo(iana);
  }

  @Test
  void aNameThatCannotBeToldIsLeft() {
    assertThat(OpenSslSuites.ianaName("GOST2012-GOST8912")).isEqualTo("GOST2012-GOST8912");
  }

  @Test
  void anAlertThatAClientSentIsNotAboutTheServersOffer() {
    OpenSslFailure failure =
        new OpenSslFailure(
            "error:1000042e:SSL routines:OPENSSL_internal:TLSV1_ALERT_PROTOCOL_VERSION");

    assertThat(failure.alert()).isEqualTo("PROTOCOL_VERSION");
    assertThat(failure.isAboutTheOffer(true)).isTrue();
    assertThat(failure.isAboutTheOffer(false)).isFalse();
  }
}
