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

/** Clients and servers whose JVM has another TLS provider first in its list, against openssl. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvidersTest {
  /** After the provider that is tested: what the JDK needs for everything but TLS. */
  private static final List<String> REST =
      List.of("SUN", "SunRsaSign", "SunEC", "SunJSSE", "SunJCE");

  /** The same of a JDK 8, which knows providers by their classes. */
  private static final List<String> REST_OF_8 =
      List.of(
          "sun.security.provider.Sun",
          "sun.security.rsa.SunRsaSign",
          "sun.security.ec.SunEC",
          "com.sun.net.ssl.internal.ssl.Provider",
          "com.sun.crypto.provider.SunJCE");

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
      if (List.of(8, 17, 21, 27).contains(jdk.feature())) {
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
    Path security = security(jdk, provider);
    Trial trial =
        Trial.of(
            jdk,
            child -> provider.in(jdk, child).with("-Djava.security.properties=" + security),
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

  static List<Arguments> servers() {
    List<Arguments> cells = new ArrayList<>();
    for (Arguments cell : cells()) {
      Object[] it = cell.get();
      cells.add(Arguments.of(it[0], it[1], ((String) it[2]).replace("Client", "Server")));
    }
    return cells;
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("servers")
  void aServerServesTheOldClientInAuditOnly(Jdk jdk, Provider provider, String server)
      throws Exception {
    Outcome audit = served(jdk, provider, server, "audit");
    assertThat(audit.out())
        .describedAs("%s", audit)
        .anyMatch(line -> line.contains("served TLSv1.1"));
    assertThat(audit.records("tls.handshake"))
        .describedAs("%s", audit)
        .hasSize(2)
        .allMatch(record -> text(record, "tls.provider").equals(provider.jsseName))
        .allMatch(record -> text(record, "direction").equals("in"));
    assertThat(audit.actions().get(0)).isEqualTo("would-block");

    Outcome enforce = served(jdk, provider, server, "enforce");
    assertThat(enforce.records("tls.blocked")).describedAs("%s", enforce).hasSize(1);
    assertThat(enforce.records("tls.handshake")).hasSize(1);
    assertThat(enforce.out())
        .describedAs("%s", enforce)
        .anyMatch(line -> line.contains("failed ") && line.contains("stockade: blocked TLS"));

    Conformance.proven(
        jdk,
        provider.engine,
        ClientMatrixTest.row(server, "in").replace(", in", ", inbound"),
        Conformance.Proof.values());
  }

  /** The old client comes first, then a good one. */
  private Outcome served(Jdk jdk, Provider provider, String server, String mode) throws Exception {
    ChildJvm child =
        provider
            .in(jdk, ChildJvm.on(jdk))
            .shortLived()
            .with(
                "-Djava.security.properties=" + security(jdk, provider),
                "-Dapp.keystore=" + Keys.keyStore(),
                "-Dapp.password=" + Keys.PASSWORD)
            .agent(Launch.JAVAAGENT, "mode=" + mode)
            .start(server);
    int port = child.ready();
    String toTheOldOne = OpensslClient.connect(port, Peer.TLS11.limits);
    // An alert, and no connection that just breaks off.
    assertThat(toTheOldOne).contains(mode.equals("audit") ? "hello " : "SSL alert number ");
    assertThat(OpensslClient.connect(port, Peer.TLS12_ECDHE.limits)).contains("hello ");
    return child.end().assertHostLived();
  }

  /** Bouncy Castle with its own key managers, which it asks for keys by names of its own. */
  private Path security(Jdk jdk, Provider provider) throws Exception {
    StringBuilder text = new StringBuilder(Files.readString(Keys.legacySecurity()));
    if (provider.engine.equals("Bouncy Castle JSSE")) {
      text.append("ssl.KeyManagerFactory.algorithm=PKIX\n");
    }
    List<String> classes = new ArrayList<>(provider.classes);
    classes.addAll(jdk.feature() == 8 ? REST_OF_8 : REST);
    for (int i = 0; i < classes.size(); i++) {
      text.append("security.provider." + (i + 1) + "=" + classes.get(i) + "\n");
    }
    return Files.writeString(folder.resolve(provider + "-" + jdk.feature() + ".security"), text);
  }

  /** A provider in one version. */
  @SuppressWarnings("ImmutableEnumChecker") // nobody changes them
  enum Provider {
    BOUNCY_CASTLE("Bouncy Castle JSSE", "BCJSSE", "org.bouncycastle:bctls-jdk18on:1.83"),
    BOUNCY_CASTLE_1_78("Bouncy Castle JSSE", "BCJSSE", "org.bouncycastle:bctls-jdk18on:1.78.1"),
    CONSCRYPT("Conscrypt", "Conscrypt", "org.conscrypt:conscrypt-openjdk-uber:2.5.2"),
    CONSCRYPT_2_4("Conscrypt", "Conscrypt", "org.conscrypt:conscrypt-openjdk-uber:2.4.0");

    final String engine;
    final String jsseName;
    final Library library;
    final List<String> classes;

    /** Conscrypt before 2.5 takes the socket's file descriptor by reflection. */
    ChildJvm in(Jdk jdk, ChildJvm child) {
      return this == CONSCRYPT_2_4 && jdk.feature() > 8
          ? child
              .library(library)
              .with(
                  "--add-opens=java.base/java.net=ALL-UNNAMED",
                  "--add-opens=java.base/java.io=ALL-UNNAMED")
          : child.library(library);
    }

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
