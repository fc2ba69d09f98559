package dev.stockade.e2e;

import static dev.stockade.e2e.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients whose JVM has another TLS provider first in its list, against openssl servers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvidersTest {
  /** After the provider that is tested: what the JDK needs for everything but TLS. */
  private static final List<String> REST =
      List.of("SUN", "SunRsaSign", "SunEC", "SunJSSE", "SunJCE");

  @TempDir Path folder;
  private OpensslServer old;
  private OpensslServer strong;

  @BeforeAll
  void startServers() throws Exception {
    old = OpensslServer.limitedTo(Peer.TLS11);
    strong = OpensslServer.limitedTo(Peer.TLS12_ECDHE);
  }

  @AfterAll
  void stopServers() {
    old.close();
    strong.close();
  }

  static List<Arguments> cells() {
    List<Arguments> cells = new ArrayList<>();
    for (Jdk jdk : Jdk.matrix()) {
      if (List.of(17, 21, 27).contains(jdk.feature())) {
        for (String client : List.of("SocketClient", "EngineClient")) {
          cells.add(Arguments.of(jdk, Provider.CONSCRYPT, client));
          cells.add(Arguments.of(jdk, Provider.BOUNCY_CASTLE, client));
          if (jdk.feature() == 17) {
            cells.add(Arguments.of(jdk, Provider.CONSCRYPT_2_4, client));
            cells.add(Arguments.of(jdk, Provider.BOUNCY_CASTLE_1_78, client));
          }
        }
      }
    }
    return cells;
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("cells")
  void auditSeesAllAndEnforceRefusesOnlyTheWeakPeer(Jdk jdk, Provider provider, String client)
      throws Exception {
    Path security = security(provider);
    Trial trial =
        Trial.of(
            jdk,
            child -> child.library(provider.library).with("-Djava.security.properties=" + security),
            client,
            old.target(),
            strong.target());

    assertThat(trial.audit().out()).isEqualTo(trial.plain().out());
    assertThat(trial.audit().records("tls.handshake"))
        .describedAs("%s", trial.audit())
        .hasSize(2)
        .allMatch(record -> text(record, "tls.provider").equals(provider.jsseName));
    assertThat(trial.audit().actions()).containsExactly("would-block", "would-harden");
    assertThat(trial.enforce().lineFor(strong.target()))
        .isEqualTo(trial.plain().lineFor(strong.target()));
    assertThat(trial.enforce().lineFor(old.target()))
        .contains(" failed ")
        .contains("SSLHandshakeException: stockade: blocked TLS to ")
        .contains("tls.min-version");
    // Narrowed before the first byte, so that the old version never was on the wire.
    assertThat(trial.enforce().records("tls.blocked"))
        .hasSize(1)
        .allMatch(record -> text(record, "tls.version") == null);

    Conformance.proven(
        jdk,
        provider.engine,
        client.equals("SocketClient") ? "SSLSocket, outbound" : "SSLEngine, outbound",
        Conformance.Proof.values());
  }

  private Path security(Provider provider) throws Exception {
    StringBuilder text = new StringBuilder(Files.readString(Keys.legacySecurity()));
    List<String> classes = new ArrayList<>(provider.classes);
    classes.addAll(REST);
    for (int i = 0; i < classes.size(); i++) {
      text.append("security.provider." + (i + 1) + "=" + classes.get(i) + "\n");
    }
    return Files.writeString(folder.resolve(provider + ".security"), text);
  }

  /** A provider in one version. */
  @SuppressWarnings("ImmutableEnumChecker") // nobody changes them
  enum Provider {
    BOUNCY_CASTLE("BouncyCastle", "BCJSSE", "org.bouncycastle:bctls-jdk18on:1.83"),
    BOUNCY_CASTLE_1_78("BouncyCastle", "BCJSSE", "org.bouncycastle:bctls-jdk18on:1.78.1"),
    CONSCRYPT("Conscrypt", "Conscrypt", "org.conscrypt:conscrypt-openjdk-uber:2.5.2"),
    CONSCRYPT_2_4("Conscrypt", "Conscrypt", "org.conscrypt:conscrypt-openjdk-uber:2.4.0");

    final String engine;
    final String jsseName;
    final Library library;
    final List<String> classes;

    Provider(String engine, String jsseName, String coordinate) {
      this.engine = engine;
      this.jsseName = jsseName;
      this.library = Library.of(coordinate);
      this.classes =
          engine.equals("Conscrypt")
              ? List.of("org.conscrypt.OpenSSLProvider")
              : List.of(
                  "org.bouncycastle.jsse.provider.BouncyCastleJsseProvider",
                  "org.bouncycastle.jce.provider.BouncyCastleProvider");
    }
  }
}
