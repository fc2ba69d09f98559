package dev.stockade.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignWordsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Received fatal alert: handshake_failure",
        "No name matching db.internal found",
        "PKIX path validation failed: java.security.cert.CertPathValidatorException: basic"
            + " constraints check failed: this is not a CA certificate",
        "Algorithm constraints check failed on signature algorithm: SHA1withRSA",
        "The server selected protocol version TLS11 is not accepted by client preferences [TLS13]",
        "Certificate for <db.internal> doesn't match any of the subject alternative names: [a, b]",
        "Unsupported or unrecognized SSL message",
        "what? no key=value here",
      })
  void whatEnginesSayStays(String words) {
    assertThat(ForeignWords.clean(words)).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "revocation list at https://ca.internal/crl?token=hunter2&x=1 is gone",
        "cannot ask https://ca.internal/?sig=hunter2",
        "https://admin:hunter2@ca.internal/ said no",
        "check failed, token=hunter2, retry",
        "{\"password\": \"hunter2 hunter2\", \"user\": \"a\"}",
        "Authorization: AWS4-HMAC-SHA256 Credential=x/y, Signature=hunter2",
        "header Authorization=Basic aHVudGVyMg== hunter2",
        "sent Bearer hunter2hunter2.x",
        "x-api-key: hunter2",
        "client_secret='hunter2 hunter2'",
        "Set-Cookie: hunter2",
        "X-Amz-Security-Token: hunter2",
      })
  void secretsGo(String words) {
    assertThat(ForeignWords.clean(words)).doesNotContain("hunter2").contains("(removed)");
  }

  @Test
  void aTokenGoesWithoutAName() {
    assertThat(ForeignWords.clean("not valid: eyJhbGciOiJI.eyJzdWIi.SflKx"))
        .isEqualTo("not valid: (removed)");
    assertThat(ForeignWords.clean("key AKIAIOSFODNN7EXAMPLE is off"))
        .isEqualTo("key (removed) is off");
  }

  @Test
  void theRestOfTheSentenceStays() {
    assertThat(ForeignWords.clean("https://ca.internal/crl?token=a is gone"))
        .isEqualTo("https://ca.internal/crl?(removed) is gone");
  }

  @Test
  void longWordsAreCut() {
    assertThat(ForeignWords.clean("token".repeat(10_000))).hasSizeLessThan(600);
    assertThat(ForeignWords.clean(null)).isNull();
  }
}
