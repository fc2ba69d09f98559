package dev.stockade.cli.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of a JVM's TLS from its system properties. */
class PredictionTest {
  private static final OwnSuites OTHER = new OwnSuites("/other", "other", 0);

  @ParameterizedTest
  @CsvSource({
    "1.8.0_302, 18", "1.8.0_504, 6", "11.0.24, 18", "17, 18", "17.0.11, 18", "17.0.15, 6",
    "20.0.2, 6", "21.0.5, 6", "21.0.13, 0", "24-ea, 0", "25.0.3, 0", "27.0.1.0.3, 0"
  })
  void theDefaultsOfAMeasuredJdkAreANumber(String version, int count) {
    assertThat(predict("java.version", version))
        .isEqualTo(count + " non-forward-secret suites enabled by default");
  }

  @ParameterizedTest
  @CsvSource({"1.8.0_430, 18", "11.0.26, 18", "17.0.13, 18", "17.0.18, 6", "21.0.8, 6"})
  void betweenThemItIsARangeAndSaysSo(String version, int most) {
    assertThat(predict("java.version", version))
        .startsWith("unknown, at most " + most + " non-forward-secret suites")
        .contains("depends on the vendor");
  }

  @ParameterizedTest
  @CsvSource({"1.8.0_181", "9.0.4", "mine"})
  void whatIsNotKnownIsSaidToBeUnknown(String version) {
    assertThat(predict("java.version", version)).startsWith("unknown");
  }

  @Test
  void theSameJdkIsAskedInsteadOfTheTable() {
    Map<String, String> properties = new HashMap<>();
    properties.put("java.version", "17.0.13");
    properties.put("java.home", "/jdk");
    properties.put("java.runtime.version", "17.0.13+11");

    assertThat(Prediction.of(properties, new OwnSuites("/jdk", "17.0.13+11", 4)))
        .isEqualTo("4 non-forward-secret suites enabled");
    assertThat(Prediction.of(properties, new OwnSuites("/jdk2", "17.0.13+11", 4)))
        .startsWith("unknown");
  }

  @Test
  void whatTheCommandLineSetsCounts() {
    assertThat(predict("jdk.tls.client.protocols", "TLSv1.3"))
        .isEqualTo(
            "as client only TLS 1.3, which is always forward secret; 0 non-forward-secret suites"
                + " enabled by default");
    assertThat(predict("jdk.tls.client.protocols", "TLSv1.1,TLSv1.2"))
        .contains("TLSv1.1 set by jdk.tls.client.protocols");
    assertThat(
            predict(
                "jdk.tls.server.cipherSuites",
                "TLS_RSA_WITH_AES_128_GCM_SHA256,TLS_AES_128_GCM_SHA256"))
        .contains("as server 1 non-forward-secret suites set by jdk.tls.server.cipherSuites");
    assertThat(predict("https.protocols", "TLSv1")).contains("TLSv1 set by https.protocols");
    assertThat(predict("java.security.properties", "/etc/x"))
        .isEqualTo("unknown: /etc/x changes its security properties");
  }

  private static String predict(String name, String value) {
    Map<String, String> properties = new HashMap<>();
    properties.put("java.version", "25.0.3");
    properties.put(name, value);
    return Prediction.of(properties, OTHER);
  }
}
