package dev.stockade.e2e.server;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Library;
import dev.stockade.e2e.kit.OpensslClient;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who a weak client is, also where an engine does the TLS; {@link ApplicationServersTest} has more
 * servers.
 */
@Tag("matrix")
@Tag("servers")
class InboundClientTest {
  private static final String TOMCAT = "org.apache.tomcat.embed:tomcat-embed-core:";
  private static final String NIO2 = "org.apache.coyote.http11.Http11Nio2Protocol";

  static List<Arguments> servers() {
    List<Arguments> cells = new ArrayList<>();
    Library none = Library.of("org.slf4j:slf4j-nop:1.7.36");
    for (Jdk jdk : Jdk.matrix()) {
      cells.add(Arguments.of(jdk, "SocketServer", "", none));
      if (!jdk.equals(Jdk.of(11))) {
        cells.add(Arguments.of(jdk, "JdkHttpsServer", "", none));
        cells.add(Arguments.of(jdk, "TomcatServer", "", Library.of(TOMCAT + "9.0.111")));
      }
    }
    // JDK 9 to 15 write of each access to what is closed on the program's stderr.
    cells.add(Arguments.of(Jdk.of(11), "JdkHttpsServer", "", none));
    cells.add(Arguments.of(Jdk.of(11), "TomcatServer", "", Library.of(TOMCAT + "9.0.111")));
    cells.add(Arguments.of(Jdk.running(), "TomcatServer", NIO2, Library.of(TOMCAT + "9.0.111")));
    cells.add(Arguments.of(Jdk.running(), "TomcatServer", "", Library.of(TOMCAT + "8.5.100")));
    return cells;
  }

  @ParameterizedTest(name = "{0} {1} {2} {3}")
  @MethodSource("servers")
  void theClientAndThePortThatItCameToAreTold(
      Jdk jdk, String server, String connector, Library library) throws Exception {
    ChildJvm child = start(jdk, server, connector, library);
    int port = child.ready();
    OpensslClient.connect(port, Peer.TLS11.limits);
    Outcome outcome = child.end().assertHostLived();

    assertThat(outcome.records("tls.handshake"))
        .describedAs("%s", outcome)
        .singleElement()
        .satisfies(record -> assertNamesTheClient(record, port));
    assertThat(outcome.err())
        .anyMatch(line -> line.contains("TLS from client 127.0.0.1 of port " + port))
        .anyMatch(line -> line.contains("<- 127.0.0.1 :" + port));
  }

  static List<Jdk> jdks() {
    return Jdk.matrix();
  }

  /** A server that nobody knows: its engine has no connection. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void whoIsUnknownIsSaidToBe(Jdk jdk) throws Exception {
    ChildJvm child = start(jdk, "EngineServer", "", Library.of());
    OpensslClient.connect(child.ready(), Peer.TLS11.limits);
    Outcome outcome = child.end().assertHostLived();

    assertThat(outcome.records("tls.handshake")).hasSize(1);
    assertThat(outcome.records("tls.handshake").get(0).has("local")).isFalse();
    assertThat(outcome.err())
        .anyMatch(line -> line.contains("TLS from unknown client: "))
        .anyMatch(line -> line.contains("<- unknown "));
  }

  private static ChildJvm start(Jdk jdk, String server, String connector, Library library)
      throws Exception {
    ChildJvm child = ChildJvm.on(jdk).withLegacyAlgorithms().library(library);
    if (!connector.isEmpty()) {
      child.with("-Dapp.connector=" + connector);
    }
    return child
        .with("-Dapp.keystore=" + Keys.keyStore(), "-Dapp.password=" + Keys.PASSWORD)
        .with("-Dapp.protocols=TLSv1.1,TLSv1.2")
        .with("-Dapp.suites=TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA")
        .agent(Launch.JAVAAGENT, "mode=audit")
        .start(server);
  }

  static void assertNamesTheClient(JsonObject record, ApplicationServer server) {
    assertNamesTheClient(record, server.port());
  }

  private static void assertNamesTheClient(JsonObject record, int port) {
    assertThat(text(record, "peer.ip")).describedAs("%s", record).isEqualTo("127.0.0.1");
    assertThat(text(record, "local.ip")).describedAs("%s", record).isEqualTo("127.0.0.1");
    assertThat(text(record, "local.port")).isEqualTo(String.valueOf(port));
  }
}
