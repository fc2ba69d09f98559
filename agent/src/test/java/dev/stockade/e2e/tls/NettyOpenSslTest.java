package dev.stockade.e2e.tls;

import static dev.stockade.e2e.kit.Conformance.Proof.AUDIT_SEEN;
import static dev.stockade.e2e.kit.Conformance.Proof.ENFORCE_WORKS;
import static dev.stockade.e2e.kit.Conformance.Proof.ERROR_READABLE;
import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Netty on BoringSSL, as client and as server of openssl. */
@Tag("matrix")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NettyOpenSslTest {
  private static final String ALL = "-Dapp.protocols=TLSv1,TLSv1.1,TLSv1.2,TLSv1.3";

  private OpensslServer tls11;
  private OpensslServer staticRsa;
  private OpensslServer strong;
  private OpensslServer tls13;

  @BeforeAll
  void startServers() throws Exception {
    tls11 = OpensslServer.limitedTo(Peer.TLS11);
    staticRsa = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA);
    strong = OpensslServer.limitedTo(Peer.TLS12_ECDHE);
    tls13 = OpensslServer.limitedTo(Peer.TLS13);
  }

  @AfterAll
  void stopServers() {
    for (OpensslServer server : List.of(tls11, staticRsa, strong, tls13)) {
      server.close();
    }
  }

  static List<Arguments> cells() {
    List<Arguments> older =
        List.of(
            Arguments.of(Jdk.of(17), NettyLibrary.NETTY_4_1_100),
            Arguments.of(Jdk.of(17), NettyLibrary.NETTY_4_1),
            Arguments.of(Jdk.of(17), NettyLibrary.GRPC_NETTY_SHADED));
    return Stream.concat(
            older.stream(),
            Jdk.matrix().stream().map(jdk -> Arguments.of(jdk, NettyLibrary.NETTY_4_2)))
        .toList();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cells")
  void aClientIsRefusedWeakServersOnly(Jdk jdk, NettyLibrary netty) throws Exception {
    String classPath = netty.classPath();
    Trial trial =
        Trial.of(
            jdk,
            child -> child.classPath(classPath).with(ALL),
            "NettyClient",
            tls11.target(),
            staticRsa.target(),
            strong.target());

    trial.assertOnlyWeakPeersRefused(
        Map.of(tls11.target(), "tls.min-version", staticRsa.target(), "tls.forward-secrecy"),
        strong.target());
    JsonObject record = trial.audit().records("tls.handshake").get(0);
    assertThat(text(record, "tls.provider")).isEqualTo("OpenSSL (Netty)");
    assertThat(text(record, "tls.version")).isEqualTo("TLSv1.1");
    assertThat(text(record, "direction")).isEqualTo("out");
    assertThat(text(record, "peer.port")).isEqualTo(String.valueOf(tls11.port()));
    Conformance.proven(jdk, "Netty OpenSSL", "outbound", AUDIT_SEEN, ENFORCE_WORKS, ERROR_READABLE);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cells")
  void aServerServesStrongClientsOnly(Jdk jdk, NettyLibrary netty) throws Exception {
    List<Peer> peers = List.of(Peer.TLS11, Peer.TLS12_STATIC_RSA, Peer.TLS12_ECDHE, Peer.TLS13);
    ChildJvm audit = server(jdk, netty, "audit", ALL);
    ChildJvm enforce = server(jdk, netty, "enforce", ALL);
    int auditPort = audit.ready();
    int enforcePort = enforce.ready();
    for (Peer peer : peers) {
      assertThat(OpensslClient.connect(auditPort, peer.limits))
          .describedAs("%s", peer)
          .contains("hello TLS");
      String printed = OpensslClient.connect(enforcePort, peer.limits);
      if (peer.allowed) {
        assertThat(printed).describedAs("%s", peer).contains("hello TLS");
      } else {
        assertThat(printed).describedAs("%s", peer).doesNotContain("hello ");
      }
    }
    Outcome audited = audit.end().assertHostLived();
    Outcome enforced = enforce.end().assertHostLived();

    assertThat(audited.records("tls.handshake"))
        .describedAs("%s", audited)
        .extracting(record -> text(record, "verdict"))
        .containsExactly("violation", "violation", "pass", "pass");
    assertThat(audited.records("tls.handshake"))
        .allMatch(record -> text(record, "direction").equals("in"))
        .allMatch(record -> text(record, "peer.sni").equals("localhost"));
    assertThat(enforced.records("tls.blocked")).describedAs("%s", enforced).hasSize(2);
    assertThat(enforced.out())
        .filteredOn(line -> line.startsWith("failed "))
        .hasSize(2)
        .allMatch(line -> line.contains("SSLHandshakeException: stockade: blocked TLS"));
    Conformance.proven(jdk, "Netty OpenSSL", "inbound", AUDIT_SEEN, ENFORCE_WORKS, ERROR_READABLE);
  }

  @Test
  void anOfferOfWhichNothingIsLeftIsRefusedAtOnceAndOnce() throws Exception {
    for (String weak :
        List.of("-Dapp.protocols=TLSv1,TLSv1.1", "-Dapp.suites=AES128-SHA,AES128-GCM-SHA256")) {
      Outcome outcome =
          ChildJvm.on(Jdk.of(17))
              .classPath(NettyLibrary.NETTY_4_2.classPath())
              .with("-Dapp.protocols=TLSv1.2", weak)
              .agent(Launch.JAVAAGENT, "mode=enforce")
              .start("NettyClient", tls13.target())
              .outcome()
              .assertHostLived();

      assertThat(outcome.lineFor(tls13.target()))
          .contains(" failed javax.net.ssl.SSLHandshakeException: stockade: blocked TLS to ")
          .contains("and nothing else is offered");
      assertThat(outcome.records("tls.blocked")).describedAs("%s", outcome).hasSize(1);
      assertThat(outcome.records("tls.failed")).isEmpty();
    }
  }

  @Test
  void aResumedSessionIsToldFromANewOne() throws Exception {
    ChildJvm child = server(Jdk.of(17), NettyLibrary.NETTY_4_2, "audit", ALL);
    String printed = OpensslClient.connect(child.ready(), List.of("-tls1_2", "-reconnect"));
    Outcome outcome = child.end().assertHostLived();

    assertThat(printed).contains("Reused, TLSv1.2");
    assertThat(outcome.records("tls.handshake"))
        .describedAs("%s", outcome)
        .extracting(record -> text(record, "tls.resumed"))
        .startsWith("false", "true");
  }

  @Test
  void aServerThatAcceptsNothingAllowedFailsAtTheFirstHello() throws Exception {
    ChildJvm child =
        server(Jdk.of(17), NettyLibrary.NETTY_4_2, "enforce", "-Dapp.protocols=TLSv1,TLSv1.1");
    assertThat(OpensslClient.connect(child.ready(), Peer.TLS11.limits)).doesNotContain("hello ");
    Outcome outcome = child.end().assertHostLived();

    assertThat(outcome.records("tls.blocked")).describedAs("%s", outcome).hasSize(1);
    assertThat(outcome.out()).anyMatch(line -> line.contains("and nothing else is offered"));
  }

  @Test
  void aCertificateThatIsNotTrustedIsAFailureOfItsOwn() throws Exception {
    for (String mode : List.of("audit", "enforce")) {
      Outcome outcome =
          ChildJvm.on(Jdk.of(17))
              .classPath(NettyLibrary.NETTY_4_2.classPath())
              .with(ALL, "-Dapp.trust=jdk")
              .agent(Launch.JAVAAGENT, "mode=" + mode)
              .start("NettyClient", strong.target())
              .outcome()
              .assertHostLived();

      assertThat(outcome.lineFor(strong.target()))
          .contains(" failed ")
          .doesNotContain("stockade")
          .contains("unable to find valid certification path");
      assertThat(outcome.records("tls.failed")).describedAs("%s", outcome).hasSize(1);
      assertThat(outcome.records("tls.blocked")).isEmpty();
    }
  }

  @Test
  void theJdksEngineUnderNettyIsSeenOnce() throws Exception {
    Outcome outcome =
        ChildJvm.on(Jdk.of(17))
            .classPath(NettyLibrary.NETTY_4_2.classPath())
            .with("-Dapp.provider=JDK")
            .agent(Launch.JAVAAGENT, "mode=enforce")
            .start("NettyClient", strong.target())
            .outcome()
            .assertHostLived();

    assertThat(outcome.lineFor(strong.target())).contains(" ok TLSv1.2 ");
    assertThat(outcome.records("tls.handshake"))
        .extracting(record -> text(record, "tls.provider"))
        .containsExactly("SunJSSE");
  }

  private static ChildJvm server(Jdk jdk, NettyLibrary netty, String mode, String protocols)
      throws Exception {
    return ChildJvm.on(jdk)
        .classPath(netty.classPath())
        .with("-Dapp.keystore=" + Keys.keyStore(), "-Dapp.password=" + Keys.PASSWORD, protocols)
        .agent(Launch.JAVAAGENT, "mode=" + mode)
        .start("NettyServer");
  }
}
