package dev.stockade.e2e.tls;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.Attached;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.kit.Visit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything changes between a client's hello and the server's answer. A connection whose offer
 * went out before anything was enforced cannot be narrowed any more: it goes on, and is reported.
 */
@Tag("matrix")
class MidHandshakeTest {
  static List<Jdk> jdks() {
    return Jdk.matrix();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void whatHeldAtTheHelloHoldsToTheEnd(Jdk jdk) throws Exception {
    List<HeldServer> held = new ArrayList<>();
    try (OpensslServer either = OpensslServer.preferringWeak();
        OpensslServer weakOnly = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA)) {
      for (OpensslServer server : List.of(either, weakOnly, either, either, either)) {
        held.add(new HeldServer(server));
      }
      ChildJvm child =
          ChildJvm.on(jdk)
              .withLegacyAlgorithms()
              .with("-Dapp.timeout=60000")
              .start("SocketClient", held.stream().map(HeldServer::target).toArray(String[]::new));
      String journal = "journal=" + child.journal() + ",summary=false,mode=";
      held.get(0).awaitHello();
      try (Attached jvm = Attached.to(child)) {
        during(held.get(0), () -> jvm.install(journal + "enforce"));
        during(held.get(1), () -> jvm.install(journal + "enforce"));
        during(held.get(2), () -> jvm.install(journal + "audit"));
        during(held.get(3), () -> jvm.ask("set,mode=enforce"));
        during(held.get(4), () -> jvm.ask("status"));
      }
      Outcome outcome = child.outcome().assertHostLived();

      List<Visit> visits = Visit.in(outcome);
      assertThat(visits).describedAs("%s", outcome).hasSize(5);
      assertWentOnWeak(outcome, held.get(0), visits.get(0));
      assertThat(visits.get(1).line())
          .contains("stockade: blocked TLS to ")
          .contains("the peer shares nothing that is allowed");
      assertThat(visits.get(2).isStrong()).describedAs("%s", outcome).isTrue();
      assertWentOnWeak(outcome, held.get(3), visits.get(3));
      assertThat(visits.get(4).isStrong()).describedAs("%s", outcome).isTrue();
    } finally {
      for (HeldServer server : held) {
        server.close();
      }
    }
  }

  private static void assertWentOnWeak(Outcome outcome, HeldServer server, Visit visit) {
    assertThat(visit.succeeded()).describedAs("%s", outcome).isTrue();
    assertThat(visit.line()).contains("TLS_RSA_WITH_AES_128_GCM_SHA256");
    String port = server.target().split(":", 2)[1];
    List<JsonObject> records = new ArrayList<>(outcome.records("tls.handshake"));
    records.removeIf(record -> !text(record, "peer.port").equals(port));
    assertThat(records).describedAs("%s", outcome).hasSize(1);
    assertThat(text(records.get(0), "action")).isEqualTo("would-block");
  }

  private static void during(HeldServer handshake, Change change) throws Exception {
    handshake.awaitHello();
    change.make();
    handshake.release();
  }

  private interface Change {
    void make() throws Exception;
  }
}
