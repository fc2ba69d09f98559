package dev.stockade.e2e.server;

import static dev.stockade.e2e.kit.Peer.TLS11;
import static dev.stockade.e2e.kit.Peer.TLS12_ECDHE;
import static dev.stockade.e2e.kit.Peer.TLS12_STATIC_RSA;
import static dev.stockade.e2e.kit.Peer.TLS13;
import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Outcome;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers as their projects ship them, visited by weak clients first and by strong ones after. */
@Tag("servers")
class ApplicationServersTest {
  /**
   * A server and the JDK that it runs on; a new one each time, since it may leave things behind.
   */
  record Place(int jdk, String name, Callable<? extends ApplicationServer> server) {
    @Override
    public String toString() {
      return name + " on JDK " + jdk;
    }
  }

  static List<Place> places() {
    return List.of(
        new Place(8, "Jetty 9.4.57", JettyServer::of9),
        new Place(17, "Jetty 9.4.57", JettyServer::of9),
        new Place(17, "Jetty 12.0.16", JettyServer::of12),
        new Place(27, "Jetty 12.0.16", JettyServer::of12),
        new Place(17, "Felix 7.0.5", FelixServer::new),
        new Place(17, "WildFly 39.0.1", WildflyServer::new),
        new Place(17, "Spring Boot 3.5.14", SpringBootServer::new),
        new Place(17, "Kafka 3.9.0", KafkaServer::new),
        new Place(17, "gRPC 1.85.1", GrpcServer::new),
        new Place(17, "Keycloak 26.7.3", KeycloakServer::new));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("places")
  void auditServesEverybodyAndEnforceTheStrongOnly(Place place) throws Exception {
    auditServesEverybody(place);
    enforceServesTheStrongOnly(place);
  }

  private static void auditServesEverybody(Place place) throws Exception {
    ApplicationServer server = place.server().call();
    ChildJvm child = start(place, server, "audit");
    assertThat(server.visit(TLS11)).contains("Protocol  : TLSv1.1", "Cipher is ECDHE-RSA-AES");
    assertThat(server.visit(TLS12_STATIC_RSA)).contains("Cipher is AES128-GCM-SHA256");
    assertThat(server.visit(TLS12_ECDHE)).contains("Cipher is ECDHE-RSA-AES128-GCM-SHA256");
    assertThat(server.visit(TLS13)).contains("New, TLSv1.3, Cipher is TLS_AES_");
    Outcome outcome = child.stop().assertHostLivedUntilStopped();

    List<JsonObject> handshakes = outcome.records("tls.handshake");
    List<JsonObject> weak =
        handshakes.stream().filter(r -> text(r, "verdict").equals("violation")).toList();
    assertThat(weak).describedAs("%s", outcome).hasSize(2);
    assertThat(weak)
        .allMatch(r -> text(r, "action").equals("would-block"))
        .allMatch(r -> text(r, "direction").equals("in"));
    assertThat(rules(weak.get(0))).contains("tls.min-version");
    assertThat(rules(weak.get(1))).contains("tls.forward-secrecy");
    assertThat(weak).allSatisfy(record -> InboundClientTest.assertNamesTheClient(record, server));
    // WildFly prints on its console what goes to stderr.
    assertThat(Stream.concat(outcome.out().stream(), outcome.err().stream()))
        .anyMatch(line -> line.contains("TLS from client 127.0.0.1 of port " + server.port()));
    assertThat(handshakes)
        .filteredOn(r -> text(r, "verdict").equals("pass"))
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch(r -> text(r, "action").equals("would-harden"));
    assertThat(outcome.records("tls.blocked")).isEmpty();
    assertThat(outcome.records("tls.failed")).isEmpty();
  }

  private static void enforceServesTheStrongOnly(Place place) throws Exception {
    ApplicationServer server = place.server().call();
    ChildJvm child = start(place, server, "enforce");
    assertThat(server.visit(TLS11)).contains("Cipher is (NONE)");
    assertThat(server.visit(TLS12_STATIC_RSA)).contains("Cipher is (NONE)");
    assertThat(server.visit(TLS12_ECDHE)).contains("Cipher is ECDHE-RSA-AES128-GCM-SHA256");
    assertThat(server.visit(TLS13)).contains("New, TLSv1.3, Cipher is TLS_AES_");
    Outcome outcome = child.stop().assertHostLivedUntilStopped();

    List<JsonObject> blocked = outcome.records("tls.blocked");
    assertThat(blocked).describedAs("%s", outcome).hasSize(2);
    assertThat(blocked).allMatch(r -> text(r, "direction").equals("in"));
    assertThat(rules(blocked.get(0))).contains("tls.min-version");
    assertThat(rules(blocked.get(1))).contains("tls.forward-secrecy");
    assertThat(blocked)
        .allSatisfy(record -> InboundClientTest.assertNamesTheClient(record, server));
    assertThat(outcome.actions()).hasSizeGreaterThanOrEqualTo(2).containsOnly("hardened");
    assertThat(outcome.records("tls.failed")).isEmpty();
  }

  private static ChildJvm start(Place place, ApplicationServer server, String mode)
      throws Exception {
    return server.start(
        ChildJvm.on(Jdk.of(place.jdk()))
            .withLegacyAlgorithms()
            .agent(Launch.JAVAAGENT, "mode=" + mode));
  }

  private static List<String> rules(JsonObject record) {
    return record.getAsJsonArray("rules").asList().stream()
        .map(rule -> rule.getAsString())
        .toList();
  }
}
