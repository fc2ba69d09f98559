package dev.stockade.e2e.tls;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.Cells;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Conformance;
import dev.stockade.e2e.kit.Conformance.Proof;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslClient;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Unmodified servers, visited by openssl clients of every strength: {javaagent, dynamic load} ×
 * {audit, enforce} × JDK. What was negotiated is taken from what openssl prints.
 */
@Tag("matrix")
class ServerMatrixTest {
  static List<Arguments> cells() {
    return Cells.withEachLaunch("SocketServer", "EngineServer");
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("cells")
  void auditServesEverybodyAndReportsWeakClients(Jdk jdk, String server, Launch launch)
      throws Exception {
    ChildJvm child = start(jdk, server, launch, "audit");
    int port = child.ready();
    int dhBits = 0;
    for (Peer peer : Peer.values()) {
      String printed = OpensslClient.connect(port, peer.limits);
      assertThat(printed).describedAs("%s", peer).contains("hello ");
      Matcher dh = Pattern.compile("Server Temp Key: DH, (\\d+) bits").matcher(printed);
      dhBits = dh.find() ? Integer.parseInt(dh.group(1)) : dhBits;
    }
    Outcome outcome = child.end().assertHostLived();

    List<JsonObject> records = outcome.records("tls.handshake");
    assertThat(records).describedAs("%s", outcome).hasSize(Peer.values().length);
    for (Peer peer : Peer.values()) {
      JsonObject record = records.get(peer.ordinal());
      assertThat(text(record, "direction")).isEqualTo("in");
      assertThat(text(record, "verdict"))
          .describedAs("%s: %s", peer, record)
          .isEqualTo(
              !peer.allowed
                  ? "violation"
                  // A server chooses the size; JDKs differ in their defaults, so openssl is asked.
                  : peer == Peer.TLS12_DHE_1024 ? (dhBits < 2048 ? "warn" : "note") : "pass");
      assertThat(text(record, "peer.sni")).isEqualTo("localhost");
    }
    Conformance.proven(jdk, "SunJSSE", ClientMatrixTest.row(server, "in"), Proof.AUDIT_SEEN);
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("cells")
  void enforceServesOnlyStrongClients(Jdk jdk, String server, Launch launch) throws Exception {
    ChildJvm child = start(jdk, server, launch, "enforce");
    int port = child.ready();
    for (Peer peer : Peer.values()) {
      String printed = OpensslClient.connect(port, peer.limits);
      if (peer.allowed) {
        assertThat(printed).describedAs("%s", peer).contains("hello ");
      } else {
        assertThat(printed)
            .describedAs("%s", peer)
            .doesNotContain("hello ")
            .contains("Cipher is (NONE)");
      }
    }
    Outcome outcome = child.end().assertHostLived();

    assertThat(outcome.records("tls.blocked")).describedAs("%s", outcome).hasSize(3);
    assertThat(outcome.out().stream().filter(line -> line.startsWith("failed ")))
        .hasSize(3)
        .allMatch(
            line ->
                line.contains("javax.net.ssl.SSLHandshakeException: ")
                    && line.contains("stockade: blocked TLS"));
    Conformance.proven(
        jdk,
        "SunJSSE",
        ClientMatrixTest.row(server, "in"),
        Proof.ENFORCE_WORKS,
        Proof.ERROR_READABLE);
  }

  private static ChildJvm start(Jdk jdk, String server, Launch launch, String mode)
      throws Exception {
    ChildJvm child =
        ChildJvm.on(jdk)
            .withLegacyAlgorithms()
            .with("-Dapp.keystore=" + Keys.keyStore(), "-Dapp.password=" + Keys.PASSWORD)
            .agentOnly(null);
    if (launch == Launch.JAVAAGENT) {
      return child.agent(launch, "mode=" + mode).start(server);
    }
    child.start(server);
    child.ready();
    child.attach("journal=" + child.journal() + ",mode=" + mode);
    return child;
  }
}
