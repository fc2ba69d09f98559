package dev.stockade.e2e.tls;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Conformance;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Library;
import dev.stockade.e2e.kit.OpensslClient;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.kit.SecurityFile;
import dev.stockade.e2e.kit.Trial;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** WildFly's OpenSSL, which Stockade treats as any provider that it has no class of its own for. */
@Tag("matrix")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WildflyOpensslTest {
  private static final Library WILDFLY =
      Library.of(
          "org.wildfly.openssl:wildfly-openssl-java:2.2.5.Final",
          "org.wildfly.openssl:wildfly-openssl-linux-x86_64:2.2.2.SP01");

  /** Debian's own JDKs look there without being told, others do not. */
  private static final String OPENSSL_LIBRARIES = "/usr/lib/x86_64-linux-gnu:/usr/lib64:/usr/lib";

  @TempDir Path folder;
  private OpensslServer staticRsa;
  private OpensslServer strong;

  @BeforeAll
  void start() throws Exception {
    staticRsa = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA);
    strong = OpensslServer.limitedTo(Peer.TLS12_ECDHE);
  }

  @AfterAll
  void stopServers() {
    staticRsa.close();
    strong.close();
  }

  static List<Jdk> jdks() {
    return Jdk.matrix();
  }

  /** Its sockets do not find the end of what they read, with or without an agent. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aClientIsSeenAndGoesNoMoreToAWeakServer(Jdk jdk) throws Exception {
    Trial trial =
        Trial.of(
            jdk, child -> wildfly(child, jdk), "EngineClient", staticRsa.target(), strong.target());

    assertThat(trial.plain().lineFor(staticRsa.target())).contains(" ok TLSv1.2 ");
    assertThat(trial.audit().out()).isEqualTo(trial.plain().out());
    assertThat(trial.enforce().lineFor(strong.target()))
        .isEqualTo(trial.plain().lineFor(strong.target()))
        .contains(" ok ");
    assertThat(trial.enforce().lineFor(staticRsa.target())).contains(" failed ");
    assertSeen(trial.audit(), "would-harden");
    assertSeen(trial.enforce(), "hardened");
    prove(jdk, ClientMatrixTest.row("EngineClient", "out"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SocketServer", "EngineServer"})
  void aServerServesTheWeakClientInAuditOnly(String server) throws Exception {
    Jdk jdk = Jdk.running();
    for (String mode : List.of("audit", "enforce")) {
      ChildJvm child =
          wildfly(ChildJvm.on(jdk), jdk)
              .with("-Dapp.keystore=" + Keys.keyStore(), "-Dapp.password=" + Keys.PASSWORD)
              .agent(Launch.JAVAAGENT, "mode=" + mode)
              .start(server);
      int port = child.ready();
      String weak = OpensslClient.connect(port, Peer.TLS12_STATIC_RSA.limits);
      assertThat(OpensslClient.connect(port, Peer.TLS12_ECDHE.limits)).contains("hello ");
      Outcome outcome = child.end().assertHostLived();

      assertThat(weak.contains("hello ")).describedAs(weak).isEqualTo(mode.equals("audit"));
      assertSeen(outcome, mode.equals("audit") ? "would-harden" : "hardened");
    }
    prove(jdk, ClientMatrixTest.row(server, "in"));
  }

  private static void prove(Jdk jdk, String client) {
    Conformance.proven(jdk, "WildFly OpenSSL", client, Conformance.Proof.ENFORCE_WORKS);
  }

  private ChildJvm wildfly(ChildJvm child, Jdk jdk) {
    try {
      List<String> provider = List.of("org.wildfly.openssl.OpenSSLProvider");
      Path security = SecurityFile.in(folder, jdk, provider, "SunX509");
      return child
          .library(WILDFLY)
          .with("-Djava.security.properties=" + security, "-Dapp.context=openssl.TLS")
          .with("-Djava.library.path=" + OPENSSL_LIBRARIES);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertSeen(Outcome outcome, String action) {
    List<JsonObject> records = outcome.records("tls.handshake");
    assertThat(records)
        .describedAs("%s", outcome)
        .isNotEmpty()
        .allMatch(record -> text(record, "tls.provider").equals("openssl"))
        .anyMatch(record -> text(record, "action").equals(action));
  }
}
