package dev.stockade.e2e.tls;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Conformance;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslClient;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.kit.Trial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients and servers whose JVM has another TLS provider first in its list, against openssl. */
@Tag("matrix")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvidersTest {

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
    int number = 0;
    for (String client : List.of("SocketClient", "EngineClient")) {
      for (Provider provider : List.of(Provider.CONSCRYPT, Provider.BOUNCY_CASTLE)) {
        for (Jdk jdk : Jdk.matrix(number++)) {
          cells.add(Arguments.of(jdk, provider, client));
        }
      }
      // Whose sockets have a file descriptor of their own, which newer JDKs do not let it have.
      cells.add(Arguments.of(Jdk.of(8), Provider.CONSCRYPT_2_4, client));
      cells.add(Arguments.of(Jdk.of(17), Provider.BOUNCY_CASTLE_1_78, client));
      cells.add(Arguments.of(Jdk.of(17), Provider.BOUNCY_CASTLE_MODULE, client));
      cells.add(Arguments.of(Jdk.of(27), Provider.BOUNCY_CASTLE_MODULE, client));
      cells.add(Arguments.of(Jdk.of(17), Provider.BOUNCY_CASTLE_FIPS, client));
      cells.add(Arguments.of(Jdk.of(8), Provider.BOUNCY_CASTLE_FIPS_1, client));
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
        jdk, provider.engine, ClientMatrixTest.row(client, "out"), Conformance.Proof.values());
  }

  @ParameterizedTest
  @EnumSource(names = {"CONSCRYPT", "BOUNCY_CASTLE"})
  void aResumedSessionIsToldFromANewOne(Provider provider) throws Exception {
    Jdk jdk = Jdk.running();
    Outcome outcome =
        provider
            .in(jdk, ChildJvm.on(jdk))
            .with("-Djava.security.properties=" + security(jdk, provider), "-Dapp.repeat=2")
            .agent(Launch.JAVAAGENT, "mode=enforce")
            .start("SocketClient", strong.target())
            .outcome()
            .assertHostLived();

    assertThat(outcome.records("tls.handshake"))
        .describedAs("%s", outcome)
        .extracting(record -> text(record, "tls.resumed"))
        .containsExactly("false", "true");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "CONSCRYPT, nobody-checks, warn",
    "CONSCRYPT, delegating, pass",
    "BOUNCY_CASTLE_MODULE, nobody-checks, warn",
    "BOUNCY_CASTLE_MODULE, delegating, pass",
    "BOUNCY_CASTLE_FIPS, nobody-checks, warn",
    "BOUNCY_CASTLE_FIPS, delegating, pass",
    "BOUNCY_CASTLE, nobody-checks, warn",
    "BOUNCY_CASTLE, delegating, pass",
  })
  void aClientThatAcceptsAnyCertificateIsTold(Provider provider, String how, String verdict)
      throws Exception {
    Jdk jdk = Jdk.running();
    Outcome outcome =
        provider
            .in(jdk, ChildJvm.on(jdk))
            .library(provider.onClassPath().and(UncheckedClientsTest.APACHE4))
            .with("-Djava.security.properties=" + security(jdk, provider))
            .agent(Launch.JAVAAGENT, "mode=audit")
            .start("UncheckedCalls", "huc", how, strong.url())
            .outcome()
            .assertHostLived();

    assertThat(outcome.lineFor(strong.url())).endsWith(" ok 200");
    assertThat(outcome.records("tls.handshake"))
        .describedAs("%s", outcome)
        .singleElement()
        .satisfies(
            record -> {
              assertThat(text(record, "tls.provider")).isEqualTo(provider.jsseName);
              assertThat(text(record, "verdict")).isEqualTo(verdict);
              assertThat(String.valueOf(record.get("rules")).contains("tls.trust-all"))
                  .isEqualTo(verdict.equals("warn"));
            });
  }

  public static List<Arguments> servers() {
    return cells().stream()
        .map(Arguments::get)
        .map(cell -> Arguments.of(cell[0], cell[1], ((String) cell[2]).replace("Client", "Server")))
        .toList();
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
        jdk, provider.engine, ClientMatrixTest.row(server, "in"), Conformance.Proof.values());
  }

  /** The old client comes first, then a good one. */
  private Outcome served(Jdk jdk, Provider provider, String server, String mode) throws Exception {
    ChildJvm child =
        provider
            .in(jdk, ChildJvm.on(jdk))
            .with(
                "-Djava.security.properties=" + security(jdk, provider),
                "-Dapp.keystore=" + Keys.keyStore(),
                "-Dapp.password=" + Keys.PASSWORD)
            .agent(Launch.JAVAAGENT, "mode=" + mode)
            .start(server);
    int port = child.ready();
    String toTheOldOne = OpensslClient.connect(port, Peer.TLS11.limits);
    if (mode.equals("audit")) {
      assertThat(toTheOldOne).contains("hello ");
    } else {
      assertThat(toTheOldOne).doesNotContain("hello ");
      // Conscrypt's engine keeps its alert, with and without the agent, from a program that wraps
      // only as long as it is told to.
      if (!(provider.jsseName.equals("Conscrypt") && server.equals("EngineServer"))) {
        assertThat(toTheOldOne).contains("SSL alert number ");
      }
    }
    assertThat(OpensslClient.connect(port, Peer.TLS12_ECDHE.limits)).contains("hello ");
    return child.end().assertHostLived();
  }

  private Path security(Jdk jdk, Provider provider) throws Exception {
    return provider.security(folder, jdk);
  }
}
