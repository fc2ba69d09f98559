package dev.stockade.e2e.tls;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslClient;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Certificates and what a session of the JDK's TLS has besides its cipher suite, beside what
 * openssl says at the other end: hashes of the certificates, signature schemes from its trace.
 */
@Tag("matrix")
class CertificatesTest {
  /** In a message that is signed; a list of schemes is written otherwise. */
  private static final Pattern SIGNED =
      Pattern.compile("^ +Signature Algorithm: (\\w+) \\(0x", Pattern.MULTILINE);

  /** Sockets and engines, on each JDK. */
  static List<Arguments> cells() {
    List<Arguments> cells = new ArrayList<>();
    for (Jdk jdk : Jdk.matrix()) {
      cells.add(Arguments.of("Socket", jdk));
      cells.add(Arguments.of("Engine", jdk));
    }
    return cells;
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cells")
  void aClientRecordsTheServersCertificateAndItsOwn(String program, Jdk jdk) throws Exception {
    jdk.java();
    List<OpensslServer> servers = new ArrayList<>();
    for (String version : List.of("-tls1_2", "-tls1_3")) {
      String[] once = {version, "-trace", "-naccept", "1"};
      String[] asking = {version, "-trace", "-naccept", "1", "-verify", "1"};
      servers.add(OpensslServer.with(once));
      servers.add(OpensslServer.of(Keys.ecCertificate(), Keys.ecKey(), once));
      servers.add(OpensslServer.with(asking));
    }
    Outcome outcome =
        ChildJvm.on(jdk)
            .with("-Djavax.net.ssl.keyStore=" + Keys.ecKeyStore())
            .with("-Djavax.net.ssl.keyStorePassword=" + Keys.PASSWORD)
            .with("-Djavax.net.ssl.keyStoreType=PKCS12")
            .agent(Launch.JAVAAGENT, "mode=audit")
            .start(
                program + "Client",
                servers.stream().map(OpensslServer::target).toArray(String[]::new))
            .outcome()
            .assertHostLived();

    List<JsonObject> handshakes = outcome.records("tls.handshake");
    assertThat(handshakes).describedAs("%s", outcome).hasSize(servers.size());
    for (int i = 0; i < servers.size(); i++) {
      JsonObject record = handshakes.get(i);
      List<String> printed = servers.get(i).printedToItsEnd();
      List<String> schemes = schemes(String.join("\n", printed));
      boolean isMutual = i % 3 == 2;
      assertThat(text(record, "certificate"))
          .isEqualTo(id(i % 3 == 1 ? Keys.ecCertificate() : Keys.certificate()));
      assertThat(text(record, "tls.signatureScheme"))
          .describedAs("%s in %s", schemes, record)
          .isEqualTo(schemes.get(0));
      assertThat(schemes).hasSize(isMutual ? 2 : 1);
      assertThat(text(record, "clientCertificate"))
          .isEqualTo(isMutual ? id(Keys.ecCertificate()) : null);
      assertThat(text(record, "tls.clientAuth")).isEqualTo(isMutual ? "given" : "none");
      assertThat(text(record, "tls.extendedMasterSecret")).isEqualTo(i < 3 ? "true" : null);
      assertThat(text(record, "tls.alpn")).isEmpty();
      assertThat(Integer.parseInt(text(record, "tls.durationMillis"))).isBetween(1, 60_000);
    }
    assertThat(outcome.records("tls.certificate"))
        .extracting(CertificatesTest::sight)
        .containsExactlyInAnyOrder(
            sha256(Keys.certificate()) + " peer server RSA",
            sha256(Keys.ecCertificate()) + " peer server EC",
            sha256(Keys.ecCertificate()) + " own client EC");
    assertFacts(outcome);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cells")
  void aServerRecordsItsOwnCertificateAndItsClients(String program, Jdk jdk) throws Exception {
    ChildJvm server =
        ChildJvm.on(jdk)
            .with("-Dapp.keystore=" + Keys.keyStore(), "-Dapp.password=" + Keys.PASSWORD)
            .with("-Dapp.client-auth=want")
            .agent(Launch.JAVAAGENT, "mode=audit")
            .start(program + "Server");
    int port = server.ready();
    List<String> printed = new ArrayList<>();
    List<Path> keys = List.of(Keys.certificate(), Keys.key(), Keys.ecCertificate(), Keys.ecKey());
    for (String version : List.of("-tls1_2", "-tls1_3")) {
      printed.add(OpensslClient.connect(port, List.of(version, "-trace")));
      for (int i = 0; i < keys.size(); i += 2) {
        String certificate = keys.get(i).toString();
        String key = keys.get(i + 1).toString();
        printed.add(
            OpensslClient.connect(
                port, List.of(version, "-trace", "-cert", certificate, "-key", key)));
      }
    }
    Outcome outcome = server.end().assertHostLived();

    List<JsonObject> handshakes = outcome.records("tls.handshake");
    assertThat(handshakes).describedAs("%s", outcome).hasSize(printed.size());
    for (int i = 0; i < printed.size(); i++) {
      JsonObject record = handshakes.get(i);
      List<String> schemes = schemes(printed.get(i));
      boolean isMutual = i % 3 > 0;
      assertThat(text(record, "certificate")).isEqualTo(id(Keys.certificate()));
      assertThat(text(record, "clientCertificate"))
          .isEqualTo(isMutual ? id(i % 3 == 1 ? Keys.certificate() : Keys.ecCertificate()) : null);
      assertThat(text(record, "tls.clientAuth")).isEqualTo(isMutual ? "given" : "asked");
      assertThat(text(record, "tls.signatureScheme"))
          .describedAs("%s in %s", schemes, record)
          .isEqualTo(isMutual ? schemes.get(1) : null);
      assertThat(text(record, "tls.extendedMasterSecret")).isEqualTo(i < 3 ? "true" : null);
      assertThat(printed.get(i)).contains("Extended master secret: " + (i < 3 ? "yes" : "no"));
    }
    assertThat(outcome.records("tls.certificate"))
        .extracting(CertificatesTest::sight)
        .containsExactlyInAnyOrder(
            sha256(Keys.certificate()) + " own server RSA",
            sha256(Keys.certificate()) + " peer client RSA",
            sha256(Keys.ecCertificate()) + " peer client EC");
    assertFacts(outcome);
  }

  private static void assertFacts(Outcome outcome) {
    for (JsonObject record : outcome.records("tls.certificate")) {
      assertThat(text(record, "x509.subject")).isEqualTo("CN=localhost");
      assertThat(text(record, "x509.selfSigned")).isEqualTo("true");
      assertThat(text(record, "x509.position")).isEqualTo("0");
      assertThat(record.getAsJsonObject("x509").get("names").toString())
          .contains("\"127.0.0.1\",\"localhost\"");
      boolean isEc = "EC".equals(text(record, "x509.keyType"));
      assertThat(text(record, "x509.keyBits")).isEqualTo(isEc ? "256" : "2048");
      assertThat(text(record, "x509.curve")).isEqualTo(isEc ? "secp256r1" : null);
      assertThat(text(record, "x509.signatureAlgorithm"))
          .isEqualTo(isEc ? "SHA256withECDSA" : "SHA256withRSA");
    }
  }

  private static String sight(JsonObject record) {
    return text(record, "x509.sha256")
        + " "
        + text(record, "x509.whose")
        + " "
        + text(record, "x509.role")
        + " "
        + text(record, "x509.keyType");
  }

  /** In the order in which the two sides signed: the server, then the client. */
  static List<String> schemes(String trace) {
    return SIGNED.matcher(trace).results().map((MatchResult each) -> each.group(1)).toList();
  }

  private static String id(Path certificate) throws Exception {
    return sha256(certificate).substring(0, 16);
  }

  /** As openssl has it. */
  private static String sha256(Path certificate) throws Exception {
    Process openssl =
        new ProcessBuilder(
                "openssl",
                "x509",
                "-in",
                certificate.toString(),
                "-noout",
                "-fingerprint",
                "-sha256")
            .start();
    String printed =
        new String(openssl.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).trim();
    return printed.substring(printed.indexOf('=') + 1).replace(":", "").toLowerCase(Locale.ROOT);
  }
}
