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
import dev.stockade.e2e.kit.Peer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Peers and sockets that behave oddly but do nothing that the policy forbids. */
@Tag("matrix")
class OddPeersTest {
  static List<Jdk> jdks() {
    return Jdk.ends();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aSocketThatHasNoAddressCostsTheRecordItsAddressAndNothingElse(Jdk jdk) throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA)) {
      String[] targets = {
        server.target(), server.target(), server.target(), server.target(), server.target()
      };
      Outcome outcome =
          ChildJvm.on(jdk)
              .withLegacyAlgorithms()
              .agent(Launch.JAVAAGENT, "mode=audit")
              .start("OddSocketClient", targets)
              .outcome()
              .assertHostLived();

      assertThat(outcome.out()).hasSize(5).allMatch(line -> line.contains(" ok TLSv1.2 TLS_RSA_"));
      assertThat(outcome.records("tls.handshake")).hasSize(5);
      JsonObject record = outcome.records("tls.handshake").get(4);
      assertThat(text(record, "peer.host")).isEqualTo("127.0.0.1");
      assertThat(text(record, "peer.ip")).isNull();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void whoeverConnectsAndSaysNoHelloIsAFailureAndNoRefusal(Jdk jdk) throws Exception {
    ChildJvm child = server(jdk, "enforce");
    int port = child.ready();
    for (String said : List.of("", "GET / HTTP/1.0\r\n\r\n", "\u0015\u0003\u0001\0\u0002\u0002(")) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.getOutputStream().write(said.getBytes(StandardCharsets.ISO_8859_1));
      }
      child.awaitLine("failed ");
    }
    Outcome outcome = child.end().assertHostLived();

    assertThat(outcome.records("tls.blocked")).describedAs("%s", outcome).isEmpty();
    assertThat(outcome.out()).noneMatch(line -> line.contains("stockade"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aGoodClientThatSaysHelloInTheFormOfSslv2IsServedAsWithoutTheAgent(Jdk jdk) throws Exception {
    String plain = sayHelloInTheFormOfSslv2(jdk, server(jdk, "off"));
    String enforced = sayHelloInTheFormOfSslv2(jdk, server(jdk, "enforce"));

    assertThat(enforced).isEqualTo(plain);
    if (jdk.feature() <= 17) {
      // Newer servers fail at this form of hello by themselves.
      assertThat(plain).contains(" ok TLSv1.2 TLS_ECDHE_");
    }
  }

  /** TLS 1.1 is taken out of what the server accepts, but that is not what this client misses. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aClientThatIsTooNewForTheServerIsAFailureAndNoRefusal(Jdk jdk) throws Exception {
    ChildJvm child = server(ChildJvm.on(jdk).withLegacyAlgorithms(), "enforce", "TLSv1.1,TLSv1.2");
    assertThat(OpensslClient.shakeHands(child.ready(), Peer.TLS13.limits)).contains("is (NONE)");
    child.awaitLine("failed ");
    Outcome outcome = child.end().assertHostLived();

    assertThat(outcome.records("tls.blocked")).describedAs("%s", outcome).isEmpty();
    assertThat(outcome.records("tls.failed")).hasSize(1);
    assertThat(outcome.out()).noneMatch(line -> line.contains("stockade"));
  }

  private static String sayHelloInTheFormOfSslv2(Jdk jdk, ChildJvm server) throws Exception {
    String target = "127.0.0.1:" + server.ready();
    Outcome client =
        ChildJvm.on(jdk)
            .with("-Dapp.protocols=SSLv2Hello,TLSv1.2")
            .start("SocketClient", target)
            .outcome();
    server.end().assertHostLived();
    return client.lineFor(target).substring(target.length());
  }

  /** JDK 8 accepts the form of SSLv2 by default, the newer ones when an application asks for it. */
  private static ChildJvm server(Jdk jdk, String mode) throws Exception {
    return server(ChildJvm.on(jdk), mode, "SSLv2Hello,TLSv1.2");
  }

  private static ChildJvm server(ChildJvm child, String mode, String protocols) throws Exception {
    return child
        .with("-Dapp.protocols=" + protocols)
        .with("-Dapp.keystore=" + Keys.keyStore(), "-Dapp.password=" + Keys.PASSWORD)
        .agent(Launch.JAVAAGENT, "mode=" + mode)
        .start("SocketServer");
  }
}
