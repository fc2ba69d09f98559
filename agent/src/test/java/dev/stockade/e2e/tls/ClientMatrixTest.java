package dev.stockade.e2e.tls;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.Cells;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Conformance;
import dev.stockade.e2e.kit.Conformance.Proof;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Unmodified clients against openssl servers of every strength: {javaagent, dynamic load} × {audit,
 * enforce} × JDK. What was negotiated is taken from the page that openssl answers.
 */
@Tag("matrix")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientMatrixTest {
  private final Map<Peer, OpensslServer> servers = new EnumMap<>(Peer.class);
  private final Map<String, List<String>> withoutAgent = new HashMap<>();

  @BeforeAll
  void startServers() throws Exception {
    for (Peer peer : Peer.values()) {
      servers.put(peer, OpensslServer.limitedTo(peer));
    }
  }

  @AfterAll
  void stopServers() {
    servers.values().forEach(OpensslServer::close);
  }

  static List<Arguments> cells() {
    return Cells.withEachLaunch("SocketClient", "EngineClient");
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("cells")
  void auditChangesNothingAndReportsWhatEnforceWouldDo(Jdk jdk, String client, Launch launch)
      throws Exception {
    Outcome outcome = run(jdk, client, launch, "audit").assertHostLived();

    assertThat(outcome.out().stream().filter(line -> !line.startsWith("ready")))
        .describedAs("the same as without the agent")
        .containsExactlyElementsOf(baseline(jdk, client));
    assertThat(outcome.records("tls.handshake")).hasSize(Peer.values().length);
    for (Peer peer : Peer.values()) {
      JsonObject record = recordOf(outcome, peer);
      assertThat(text(record, "verdict"))
          .describedAs("%s: %s", peer, record)
          .isEqualTo(!peer.allowed ? "violation" : peer == Peer.TLS12_DHE_1024 ? "warn" : "pass");
      assertThat(text(record, "action"))
          .isIn(peer.allowed ? List.of("allowed", "would-harden") : List.of("would-block"));
      assertThat(outcome.lineFor(servers.get(peer).target()))
          .describedAs("the record says what the program saw")
          .contains(" ok " + text(record, "tls.version") + " " + text(record, "tls.cipher"));
      assertThat(text(record, "direction")).isEqualTo("out");
      assertThat(text(record, "tls.provider")).isEqualTo("SunJSSE");
      if (peer == Peer.TLS12_ECDHE || peer == Peer.TLS13) {
        assertThat(text(record, "tls.group")).isNotNull();
      }
      if (!peer.allowed) {
        assertThat(text(record, "code.class")).startsWith("dev.stockade.apps.");
        assertThat(text(record, "code.jar")).isNotNull();
      }
    }
    Conformance.proven(jdk, "SunJSSE", row(client, "out"), Proof.AUDIT_SEEN);
  }

  /** The row of docs/compatibility.md for a program on sockets or engines. */
  static String row(String program, String direction) {
    return (program.startsWith("Socket") ? "SSLSocket, " : "SSLEngine, ") + direction;
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("cells")
  void enforceRefusesWeakPeersWithTheRuleAndLetsStrongOnesPass(
      Jdk jdk, String client, Launch launch) throws Exception {
    Outcome outcome = run(jdk, client, launch, "enforce").assertHostLived();

    for (Peer peer : Peer.values()) {
      String line = outcome.lineFor(servers.get(peer).target());
      if (peer.allowed) {
        assertThat(baseline(jdk, client)).contains(line);
        assertThat(text(recordOf(outcome, peer), "kind")).isEqualTo("tls.handshake");
      } else {
        String rule = peer == Peer.TLS12_STATIC_RSA ? "tls.forward-secrecy" : "tls.min-version";
        assertThat(line)
            .contains(" failed javax.net.ssl.SSLHandshakeException: ")
            .contains("stockade: blocked TLS to ")
            .contains(rule)
            .contains("java -jar stockade.jar explain ");
        JsonObject record = recordOf(outcome, peer);
        assertThat(text(record, "kind")).describedAs("%s", record).isEqualTo("tls.blocked");
        assertThat(text(record, "verdict")).isEqualTo("violation");
        assertThat(text(record, "action")).isEqualTo("blocked");
        assertThat(record.getAsJsonArray("rules").toString()).contains(rule);
      }
    }
    assertThat(outcome.records("tls.blocked")).hasSize(3);
    Conformance.proven(
        jdk, "SunJSSE", row(client, "out"), Proof.ENFORCE_WORKS, Proof.ERROR_READABLE);
  }

  private Outcome run(Jdk jdk, String client, Launch launch, String mode) throws Exception {
    return ChildJvm.on(jdk)
        .withLegacyAlgorithms()
        .agent(launch, "mode=" + mode)
        .start(client, targets())
        .outcome();
  }

  private List<String> baseline(Jdk jdk, String client) throws Exception {
    String key = jdk + client;
    if (!withoutAgent.containsKey(key)) {
      Outcome plain = ChildJvm.on(jdk).withLegacyAlgorithms().start(client, targets()).outcome();
      assertThat(plain.out())
          .filteredOn(line -> line.contains(" ok "))
          .hasSize(Peer.values().length);
      withoutAgent.put(key, plain.out());
    }
    return withoutAgent.get(key);
  }

  private String[] targets() {
    return servers.values().stream().map(OpensslServer::target).toArray(String[]::new);
  }

  private JsonObject recordOf(Outcome outcome, Peer peer) {
    int port = servers.get(peer).port();
    List<JsonObject> found =
        outcome.records().stream()
            .filter(record -> !text(record, "kind").equals("tls.certificate"))
            .filter(record -> String.valueOf(port).equals(peerPort(record)))
            .toList();
    assertThat(found).describedAs("records of %s in %s", peer, outcome).hasSize(1);
    return found.get(0);
  }

  private static String peerPort(JsonObject record) {
    return record.has("peer") ? text(record, "peer.port") : null;
  }
}
