package dev.stockade.e2e.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslClient;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way to say which connections an exception is for, in enforce. */
class ExceptionMatchTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "host: LOCAL*                                  | true",
        "host: '*.internal'                            | false",
        "cidr: 127.0.0.0/8                             | true",
        "cidr: 10.0.0.0/8                              | false",
        "port: PORT                                    | true",
        "port: 443                                     | false",
        "sni: localhost                                | true",
        "sni: example.com                              | false",
        "direction: out                                | true",
        "direction: in                                 | false",
        "service: '*.SocketClient'                     | true",
        "service: orders                               | false",
        "code: dev.stockade.apps                       | true",
        "code: dev.stockade.app                        | false",
        "host: localhost, port: PORT, direction: out   | true",
        "host: localhost, port: PORT, direction: in    | false",
      })
  void outbound(String match, boolean fits) throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS11)) {
      String target = "localhost:" + server.port();
      Outcome outcome =
          ChildJvm.on(Jdk.running())
              .withLegacyAlgorithms()
              .agent(Launch.JAVAAGENT, "policy=" + policy(match, server.port()))
              .start("SocketClient", target)
              .outcome()
              .assertHostLived();

      assertThat(outcome.lineFor(target))
          .contains(fits ? " ok TLSv1.1 " : "stockade: blocked TLS to ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cidr: 127.0.0.1, direction: in", "cidr: 10.0.0.1, direction: in"})
  void inbound(String match) throws Exception {
    ChildJvm child =
        ChildJvm.on(Jdk.running())
            .withLegacyAlgorithms()
            .with("-Dapp.keystore=" + Keys.keyStore(), "-Dapp.password=" + Keys.PASSWORD)
            .agent(Launch.JAVAAGENT, "policy=" + policy(match, 0))
            .start("SocketServer");
    String printed = OpensslClient.shakeHands(child.ready(), List.of("-tls1_1"));
    Outcome outcome = child.end().assertHostLived();

    boolean fits = match.contains("127");
    assertThat(printed).contains(fits ? "Cipher is ECDHE" : "Cipher is (NONE)");
    assertThat(outcome.records("tls.blocked")).hasSize(fits ? 0 : 1);
  }

  private Path policy(String match, int port) throws Exception {
    return Files.writeString(
        folder.resolve("policy.yaml"),
        """
        mode: enforce
        exceptions:
          - id: old
            match: {%s}
            allow: {min-version: TLSv1.1}
            owner: payments
            reason: appliance
            expires: 2999-01-01
        """
            .formatted(match.trim().replace("PORT", String.valueOf(port))));
  }
}
