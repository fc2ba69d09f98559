package dev.stockade.e2e.http;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.Attached;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Conformance;
import dev.stockade.e2e.kit.Conformance.Proof;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Library;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The newest version of each HTTP client over the JDK's TLS: in audit it reaches a weak server,
 * after {@code set mode=enforce} it reaches a strong one only.
 */
@Tag("matrix")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpTlsTest {
  private OpensslServer weak;
  private OpensslServer strong;

  @BeforeAll
  void startServers() throws Exception {
    weak = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA);
    strong = OpensslServer.limitedTo(Peer.TLS12_ECDHE);
  }

  @AfterAll
  void stopServers() {
    weak.close();
    strong.close();
  }

  static List<Arguments> cells() {
    List<Arguments> cells = new ArrayList<>();
    Library none = Library.of("org.slf4j:slf4j-nop:1.7.36");
    for (Jdk jdk : Jdk.matrix()) {
      cells.add(Arguments.of(jdk, "UrlCalls", "", none));
      if (jdk.feature() >= 11) {
        cells.add(Arguments.of(jdk, "HttpClientCalls", "", none));
      }
      programs()
          .filter(it -> it.newestRunsOn(jdk))
          .map(it -> Arguments.of(jdk, it.program, it.newest(), it.library(it.newest())))
          .forEach(cells::add);
    }
    return cells;
  }

  private static Stream<ClientProgram> programs() {
    return Stream.concat(
        ClientProgram.thatFollowRedirects().stream(),
        Stream.of(
            ClientProgram.REACTOR_NETTY, ClientProgram.VERTX, ClientProgram.ASYNC_HTTP_CLIENT));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("cells")
  void aWeakServerIsReachedInAuditAndNotInEnforce(
      Jdk jdk, String program, String version, Library library) throws Exception {
    String weakCall = "GET https localhost:" + weak.port() + " /";
    String strongCall = "GET https localhost:" + strong.port() + " /";
    ChildJvm child =
        ChildJvm.on(jdk)
            .withLegacyAlgorithms()
            .library(library)
            .with("-Dapp.wait=true")
            .agent(Launch.JAVAAGENT, "mode=audit")
            .start(program, weakCall, weakCall, strongCall);
    child.ready();
    try (Attached jvm = Attached.to(child)) {
      assertThat(jvm.ask("set,mode=enforce").get("ok").getAsBoolean()).isTrue();
    }
    child.go();
    Outcome outcome = child.outcome().assertHostLived();

    List<String> lines = outcome.out().stream().filter(line -> line.startsWith("GET ")).toList();
    assertThat(lines).describedAs("%s", outcome).hasSize(3);
    assertThat(lines.get(0)).contains(" ok 200 ");
    assertThat(lines.get(1))
        .contains(" failed ")
        .contains("stockade: blocked TLS to ")
        .contains("tls.forward-secrecy");
    assertThat(lines.get(2)).contains(" ok 200 ");
    JsonObject seen = outcome.records("tls.handshake").get(0);
    assertThat(text(seen, "action")).describedAs("%s", seen).isEqualTo("would-block");
    assertThat(text(seen, "tls.version")).isEqualTo("TLSv1.2");
    assertThat(text(seen, "tls.cipher")).startsWith("TLS_RSA_");
    assertThat(outcome.records("tls.blocked")).isNotEmpty();
    Conformance.proven(jdk, "SunJSSE", name(program, version), Proof.values());
  }

  private static String name(String program, String version) {
    return switch (program) {
      case "UrlCalls" -> "HttpsURLConnection";
      case "HttpClientCalls" -> "java.net.http";
      default -> program.replace("Calls", "") + " " + version;
    };
  }
}
