package dev.stockade.e2e.tls;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.IssuedKeys;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslClient;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules about certificates, on those of both sides, in the JDK's own TLS. */
@Tag("matrix")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertificateRulesTest {
  static final String EXPIRY = "[expiry]";
  static final String WEAK = "[key-size, signature]";
  static final String ALL = "[key-size, signature, expiry]";

  private static final String ABOUT_CERTIFICATES = "tls.certificate.";

  @TempDir Path folder;
  private OpensslServer good;
  private OpensslServer ending;
  private OpensslServer weak;
  private OpensslServer mutual;

  @BeforeAll
  void startServers() throws Exception {
    good = server(IssuedKeys.GOOD);
    ending = server(IssuedKeys.ENDING);
    weak = server(IssuedKeys.WEAK);
    mutual = server(IssuedKeys.GOOD, "-verify", "1");
  }

  @AfterAll
  void stopServers() {
    List.of(good, ending, weak, mutual).forEach(OpensslServer::close);
  }

  static OpensslServer server(IssuedKeys keys, String... more) throws Exception {
    String[] limits = new String[more.length + 1];
    limits[0] = "-tls1_2";
    System.arraycopy(more, 0, limits, 1, more.length);
    return OpensslServer.of(keys.certificate(), keys.key(), limits);
  }

  /** Those about certificates: what the JVM is made to offer offends others. */
  static String rules(JsonObject record) {
    List<String> rules = new ArrayList<>();
    if (record.has("rules")) {
      for (JsonElement rule : record.getAsJsonArray("rules")) {
        if (rule.getAsString().startsWith(ABOUT_CERTIFICATES)) {
          rules.add(rule.getAsString().substring(ABOUT_CERTIFICATES.length()));
        }
      }
    }
    return rules.toString();
  }

  static List<Jdk> jdks() {
    return Jdk.matrix();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aClientWarnsOfEachAndRefusesTheWeakOneByAStageOfItsOwn(Jdk jdk) throws Exception {
    Outcome audit = client(jdk, "mode=audit");

    List<JsonObject> records = audit.records("tls.handshake");
    assertThat(records).describedAs("%s", audit).hasSize(4);
    assertThat(records)
        .extracting(CertificateRulesTest::rules)
        .containsExactly("[]", EXPIRY, WEAK, EXPIRY);
    assertThat(records)
        .extracting(record -> text(record, "verdict"))
        .containsExactly("pass", "warn", "warn", "warn");
    assertThat(text(records.get(1), "reason"))
        .startsWith("the server's certificate CN=ENDING (" + IssuedKeys.ENDING.id() + ") ends on ")
        .contains(", in 9 days: ask its owner to renew it");
    assertThat(text(records.get(2), "reason"))
        .contains("has a key of 1024 bits (RSA), profile aws-outposts needs 2048")
        .contains("is signed with SHA1withRSA, which can be forged");
    assertThat(text(records.get(3), "reason"))
        .startsWith("own certificate CN=ENDING (" + IssuedKeys.ENDING.id() + ") ends on ")
        .contains(": renew it");

    Path policy =
        Files.writeString(
            folder.resolve("policy.yaml"),
            "mode: enforce\nrules: {tls.certificate.key-size: enforce}\n");
    Outcome enforce = client(jdk, "policy=" + policy);

    assertThat(enforce.lineFor(weak.target()))
        .contains(" failed ")
        .contains("SSLHandshakeException: ")
        .contains("stockade: blocked TLS to ")
        .contains("tls.certificate.key-size");
    assertThat(enforce.records("tls.blocked")).hasSize(1);
    for (OpensslServer server : List.of(good, ending, mutual)) {
      assertThat(enforce.lineFor(server.target())).isEqualTo(audit.lineFor(server.target()));
    }
  }

  private Outcome client(Jdk jdk, String options) throws Exception {
    return ChildJvm.on(jdk)
        .withLegacyAlgorithms()
        .with(ownKeys(IssuedKeys.ENDING))
        .agent(Launch.JAVAAGENT, options)
        .start("SocketClient", good.target(), ending.target(), weak.target(), mutual.target())
        .outcome()
        .assertHostLived();
  }

  /** For the default context of a client. */
  static String[] ownKeys(IssuedKeys keys) {
    return new String[] {
      "-Djavax.net.ssl.trustStore=" + IssuedKeys.trustStore(),
      "-Djavax.net.ssl.keyStore=" + keys.keyStore(),
      "-Djavax.net.ssl.keyStorePassword=" + Keys.PASSWORD,
      "-Djavax.net.ssl.keyStoreType=PKCS12"
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aServerWarnsOfItsOwnAndOfItsClients(Jdk jdk) throws Exception {
    ChildJvm server =
        ChildJvm.on(jdk)
            .withLegacyAlgorithms()
            .with("-Djavax.net.ssl.trustStore=" + IssuedKeys.trustStore())
            .with("-Dapp.keystore=" + IssuedKeys.WEAK.keyStore(), "-Dapp.password=" + Keys.PASSWORD)
            .with("-Dapp.client-auth=want")
            .agent(Launch.JAVAAGENT, "mode=enforce")
            .start("SocketServer");
    int port = server.ready();
    String withoutOne = OpensslClient.connect(port, List.of("-tls1_2"));
    String withOne = OpensslClient.connect(port, certificate(IssuedKeys.ENDING));
    Outcome outcome = server.end().assertHostLived();

    assertThat(withoutOne).contains("hello ");
    assertThat(withOne).contains("hello ");
    List<JsonObject> records = outcome.records("tls.handshake");
    assertThat(records)
        .describedAs("%s", outcome)
        .extracting(CertificateRulesTest::rules)
        .containsExactly(WEAK, ALL);
    assertThat(text(records.get(1), "reason"))
        .startsWith("own certificate CN=WEAK (" + IssuedKeys.WEAK.id() + ") has a key of 1024 bits")
        .contains("; the client's certificate CN=ENDING (" + IssuedKeys.ENDING.id() + ") ends on ");
  }

  /** For openssl as a client of TLS 1.2. */
  static List<String> certificate(IssuedKeys keys) {
    return List.of(
        "-tls1_2", "-cert", keys.certificate().toString(), "-key", keys.key().toString());
  }
}
