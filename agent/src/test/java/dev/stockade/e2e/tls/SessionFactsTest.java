package dev.stockade.e2e.tls;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.IssuedKeys;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Facts of a session that the usual ones do not have, beside what openssl prints of it. */
@Tag("matrix")
class SessionFactsTest {
  static List<Jdk> jdks() {
    return Jdk.matrix();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void theSchemeOfAnEphemeralDiffieHellman(Jdk jdk) throws Exception {
    OpensslServer server =
        CertificateRulesTest.server(
            IssuedKeys.ENDING, "-trace", "-naccept", "1", "-cipher", "DHE-RSA-AES128-GCM-SHA256");
    JsonObject record = visit(child(jdk), server);

    assertThat(text(record, "tls.cipher")).isEqualTo("TLS_DHE_RSA_WITH_AES_128_GCM_SHA256");
    assertThat(List.of(text(record, "tls.signatureScheme")))
        .isEqualTo(CertificatesTest.schemes(String.join("\n", server.printedToItsEnd())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void theProtocolThatBothAgreedOn(Jdk jdk) throws Exception {
    for (String version : List.of("-tls1_2", "-tls1_3")) {
      OpensslServer server =
          OpensslServer.of(
              IssuedKeys.GOOD.certificate(),
              IssuedKeys.GOOD.key(),
              version,
              "-naccept",
              "1",
              "-alpn",
              "http/1.1");
      JsonObject record = visit(child(jdk).with("-Dapp.alpn=h2,http/1.1"), server);

      assertThat(text(record, "tls.alpn")).isEqualTo("http/1.1");
      assertThat(server.printedToItsEnd())
          .anyMatch(line -> line.contains("ALPN protocols selected: http/1.1"));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aMasterSecretThatIsNotExtended(Jdk jdk) throws Exception {
    OpensslServer server = CertificateRulesTest.server(IssuedKeys.GOOD, "-trace", "-naccept", "1");
    JsonObject record = visit(child(jdk).with("-Djdk.tls.useExtendedMasterSecret=false"), server);

    assertThat(text(record, "tls.extendedMasterSecret")).isEqualTo("false");
    assertThat(server.printedToItsEnd())
        .noneMatch(line -> line.contains("extension_type=extended_master_secret"));
  }

  static List<Jdk> jdksWithEd25519() {
    return Jdk.from(15);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdksWithEd25519")
  void aKeyOfEd25519(Jdk jdk) throws Exception {
    for (String version : List.of("-tls1_2", "-tls1_3")) {
      OpensslServer server =
          OpensslServer.of(
              IssuedKeys.ED25519.certificate(),
              IssuedKeys.ED25519.key(),
              version,
              "-trace",
              "-naccept",
              "1");
      Outcome outcome = outcome(child(jdk), server);

      JsonObject handshake = outcome.records("tls.handshake").get(0);
      assertThat(text(handshake, "certificate")).isEqualTo(IssuedKeys.ED25519.id());
      assertThat(text(handshake, "verdict")).describedAs("%s", handshake).isEqualTo("pass");
      assertThat(List.of(text(handshake, "tls.signatureScheme")))
          .isEqualTo(CertificatesTest.schemes(String.join("\n", server.printedToItsEnd())));
      JsonObject certificate = outcome.records("tls.certificate").get(0);
      assertThat(text(certificate, "x509.keyType")).isEqualTo("Ed25519");
      assertThat(text(certificate, "x509.keyBits")).isNull();
      assertThat(text(certificate, "x509.selfSigned")).isEqualTo("false");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void theIssuerThatIsSentAlongHasItsPosition(Jdk jdk) throws Exception {
    OpensslServer server =
        CertificateRulesTest.server(
            IssuedKeys.GOOD, "-naccept", "1", "-cert_chain", IssuedKeys.authority().toString());
    Outcome outcome = outcome(child(jdk), server);

    List<JsonObject> certificates = outcome.records("tls.certificate");
    assertThat(certificates)
        .describedAs("%s", outcome)
        .extracting(record -> text(record, "x509.position"))
        .containsExactly("0", "1");
    assertThat(certificates)
        .extracting(record -> text(record, "x509.subject"))
        .containsExactly("CN=GOOD", "CN=tests");
    assertThat(certificates)
        .extracting(record -> text(record, "x509.issuer"))
        .containsExactly("CN=tests", "CN=tests");
    assertThat(certificates)
        .extracting(record -> text(record, "x509.selfSigned"))
        .containsExactly("false", "true");
  }

  private static ChildJvm child(Jdk jdk) throws Exception {
    return ChildJvm.on(jdk).with("-Djavax.net.ssl.trustStore=" + IssuedKeys.trustStore());
  }

  private static JsonObject visit(ChildJvm child, OpensslServer server) throws Exception {
    return outcome(child, server).records("tls.handshake").get(0);
  }

  private static Outcome outcome(ChildJvm child, OpensslServer server) throws Exception {
    Outcome outcome =
        child
            .agent(Launch.JAVAAGENT, "mode=audit")
            .start("SocketClient", server.target())
            .outcome()
            .assertHostLived();
    assertThat(outcome.records("tls.handshake")).describedAs("%s", outcome).hasSize(1);
    return outcome;
  }
}
