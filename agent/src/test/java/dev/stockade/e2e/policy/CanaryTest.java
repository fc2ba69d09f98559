package dev.stockade.e2e.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.tls.Hello;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Enforcement that takes itself back where it does harm, and only there. */
@Tag("matrix")
class CanaryTest {
  private static final int MIN_SAMPLES = 3;
  private static final int WINDOW_MILLIS = 60_000;

  @TempDir Path folder;

  static List<Jdk> jdks() {
    return Jdk.ends();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void aDestinationThatSpeaksOnlyTls11IsLeftInPeaceAndAGoodOneStaysEnforced(Jdk jdk)
      throws Exception {
    jdk.java();
    try (OpensslServer old = OpensslServer.limitedTo(Peer.TLS11);
        OpensslServer good = OpensslServer.tracing(Peer.TLS12_ECDHE)) {
      Outcome outcome = visit(jdk, 8, policy(0), old, good);

      List<String> visits = lines(outcome, old);
      assertThat(visits.subList(0, MIN_SAMPLES)).allMatch(line -> line.contains(" failed "));
      assertThat(visits.subList(MIN_SAMPLES, 8)).allMatch(line -> line.contains(" ok TLSv1.1 "));
      assertThat(lines(outcome, good)).hasSize(8).allMatch(line -> line.contains(" ok TLSv1.2 "));
      assertThat(Hello.in(good.printed()))
          .hasSize(8)
          .allMatch(hello -> !hello.versions().contains("TLSv1.1"))
          .allMatch(hello -> hello.suites().stream().noneMatch(s -> s.startsWith("TLS_RSA_")));

      JsonObject change = only(outcome.records("canary.change"));
      assertThat(change.get("rules").toString()).isEqualTo("[\"tls.min-version\"]");
      assertThat(change.get("reason").getAsString())
          .contains(old.target())
          .contains("3 of 3 connections were blocked within 1m, the limit is 5%");
      assertThat(millisBetween(outcome.records().get(0), change)).isLessThan(WINDOW_MILLIS);
    }
  }

  @Test
  void afterARestartNothingIsBlockedAgain() throws Exception {
    try (OpensslServer old = OpensslServer.limitedTo(Peer.TLS11);
        OpensslServer good = OpensslServer.limitedTo(Peer.TLS12_ECDHE)) {
      Path policy = policy(0);
      Outcome first = visit(Jdk.running(), MIN_SAMPLES + 1, policy, old, good);
      Outcome second = visit(Jdk.running(), MIN_SAMPLES + 1, policy, old, good);

      assertThat(first.records("canary.change")).hasSize(1);
      assertThat(lines(second, old)).hasSize(4).allMatch(line -> line.contains(" ok TLSv1.1 "));
      assertThat(second.records("canary.change")).isEmpty();
      assertThat(second.records("tls.blocked")).isEmpty();
    }
  }

  @Test
  void manyDestinationsWithBlocksBlowTheFuse() throws Exception {
    try (OpensslServer one = OpensslServer.limitedTo(Peer.TLS11);
        OpensslServer two = OpensslServer.limitedTo(Peer.TLS10);
        OpensslServer three = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA);
        OpensslServer four = OpensslServer.limitedTo(Peer.TLS11)) {
      Outcome outcome = visit(Jdk.running(), 2, policy(2), one, two, three, four);

      assertThat(lines(outcome, three).get(0)).contains(" failed ");
      assertThat(lines(outcome, four)).allMatch(line -> line.contains(" ok TLSv1.1 "));
      for (OpensslServer server : List.of(one, two, three)) {
        assertThat(lines(outcome, server).get(0)).contains(" failed ");
        assertThat(lines(outcome, server).get(1)).contains(" ok ");
      }
      JsonObject change = only(outcome.records("canary.change"));
      assertThat(change.get("reason").getAsString())
          .contains("the fuse: everything goes back to audit")
          .contains("3 destinations had blocks within 10m, the limit is 2");
    }
  }

  /** A client that visits all servers so many times, with every old protocol as its own choice. */
  private Outcome visit(Jdk jdk, int rounds, Path policy, OpensslServer... servers)
      throws Exception {
    List<String> targets = new ArrayList<>();
    for (OpensslServer server : servers) {
      targets.add(server.target());
    }
    return ChildJvm.on(jdk)
        .withLegacyAlgorithms()
        .with("-Dapp.repeat=" + rounds, "-Dapp.protocols=TLSv1,TLSv1.1,TLSv1.2")
        .agent(Launch.JAVAAGENT, "mode=canary,policy=" + policy)
        .start("SocketClient", targets.toArray(String[]::new))
        .outcome()
        .assertHostLived();
  }

  private Path policy(int fuseDestinations) throws Exception {
    return Files.writeString(
        folder.resolve("policy.yaml"),
        """
        canary:
          percent: 100
          rollback: {min-samples: %d, max-blocked: 5%%, window: 1m}
          fuse: {destinations: %d, window: 10m}
          state: %s
        """
            .formatted(MIN_SAMPLES, fuseDestinations, folder.resolve("canary.state")));
  }

  private static List<String> lines(Outcome outcome, OpensslServer server) {
    return outcome.out().stream().filter(line -> line.startsWith(server.target() + " ")).toList();
  }

  private static JsonObject only(List<JsonObject> records) {
    assertThat(records).hasSize(1);
    return records.get(0);
  }

  private static long millisBetween(JsonObject first, JsonObject second) {
    return Duration.between(time(first), time(second)).toMillis();
  }

  private static Instant time(JsonObject record) {
    return Instant.parse(record.get("time").getAsString());
  }
}
