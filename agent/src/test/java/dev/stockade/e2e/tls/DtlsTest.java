package dev.stockade.e2e.tls;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Trial;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** DTLS, which needs JDK 9: both ends in one JVM. */
@Tag("matrix")
class DtlsTest {
  static List<Jdk> jdks() {
    return Jdk.from(11);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aGoodHandshakeIsRecordedForBothEnds(Jdk jdk) throws Exception {
    Trial trial = run(jdk, "-Dapp.context=DTLS");

    assertThat(trial.plain().lineFor("dtls")).startsWith("dtls ok DTLSv1.2 ");
    assertThat(trial.audit().out()).isEqualTo(trial.plain().out());
    assertThat(trial.enforce().out()).isEqualTo(trial.plain().out());
    for (Outcome outcome : List.of(trial.audit(), trial.enforce())) {
      List<JsonObject> records = outcome.records("tls.handshake");
      assertThat(records).describedAs("%s", outcome).hasSize(2);
      assertThat(records).allMatch(record -> text(record, "tls.version").equals("DTLSv1.2"));
      assertThat(records)
          .extracting(record -> text(record, "direction"))
          .containsExactlyInAnyOrder("in", "out");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void anOldVersionIsReportedAndRefused(Jdk jdk) throws Exception {
    Trial trial = run(jdk, "-Dapp.context=DTLS", "-Dapp.protocols=DTLSv1.0");

    assertThat(trial.plain().lineFor("dtls")).startsWith("dtls ok DTLSv1.0 ");
    assertReportedAndRefused(trial, "tls.min-version");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aSuiteWithoutForwardSecrecyIsReportedAndRefused(Jdk jdk) throws Exception {
    Trial trial = run(jdk, "-Dapp.context=DTLS", "-Dapp.suites=TLS_RSA_WITH_AES_128_GCM_SHA256");

    assertThat(trial.plain().lineFor("dtls")).startsWith("dtls ok DTLSv1.2 TLS_RSA_");
    assertReportedAndRefused(trial, "tls.forward-secrecy");
  }

  private static void assertReportedAndRefused(Trial trial, String rule) {
    assertThat(trial.audit().out()).isEqualTo(trial.plain().out());
    assertThat(trial.audit().records("tls.handshake"))
        .describedAs("%s", trial.audit())
        .hasSize(2)
        .allMatch(record -> text(record, "action").equals("would-block"))
        .allMatch(record -> record.getAsJsonArray("rules").toString().contains(rule));
    assertThat(trial.enforce().lineFor("dtls"))
        .contains("javax.net.ssl.SSLHandshakeException: ")
        .contains("stockade: blocked TLS to dtls.internal:5684: ")
        .contains(rule);
    assertThat(trial.enforce().records("tls.blocked"))
        .describedAs("%s", trial.enforce())
        .hasSize(1);
    assertThat(trial.enforce().records("tls.handshake")).isEmpty();
  }

  private static Trial run(Jdk jdk, String... options) throws Exception {
    return Trial.of(
        jdk,
        child ->
            child
                .withLegacyAlgorithms()
                .with("-Dapp.keystore=" + Keys.keyStore(), "-Dapp.password=" + Keys.PASSWORD)
                .with(options),
        "DtlsPair");
  }
}
