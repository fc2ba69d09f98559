package dev.stockade.e2e.http;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.AwsServer;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Trial;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** HTTP/3 of {@code java.net.http}: its TLS is inside QUIC, and always 1.3. */
@Tag("matrix")
class Http3Test {
  private static final String BUCKET = "orders.s3.eu-west-1.amazonaws.com";
  private static final String[] CALLS = {"3:anonymous", "3:unsigned", "3:async:anonymous"};

  static List<Jdk> jdks() {
    return JdkClient.JAVA_NET_HTTP3.jdks();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void handshakesAndRequestsAreSeenAndOnlyWhatOffendsIsRefused(Jdk jdk) throws Exception {
    try (AwsServer names = new AwsServer();
        Http3Server server = new Http3Server()) {
      Trial trial =
          Trial.of(
              jdk,
              child -> names.reach(child).with("-Dapp.tls-port=" + server.port()),
              JdkClient.JAVA_NET_HTTP3.program,
              CALLS);

      assertThat(trial.plain().out())
          .containsExactly("3:anonymous ok", "3:unsigned ok", "3:async:anonymous ok");
      assertThat(trial.audit().out()).isEqualTo(trial.plain().out());
      assertHandshakes(trial.audit(), server.port());
      assertHandshakes(trial.enforce(), server.port());
      assertThat(trial.audit().awsRequests()).isEqualTo(CALLS.length);
      assertThat(trial.enforce().lineFor(CALLS[0])).endsWith(" ok");
      assertThat(trial.enforce().lineFor(CALLS[1]))
          .contains("stockade: blocked AWS request ListTables");
      assertThat(trial.enforce().lineFor(CALLS[2])).endsWith(" ok");
      assertThat(server.hosts())
          .describedAs("three of the program alone, three in audit, two in enforce")
          .hasSize(8)
          .filteredOn(BUCKET::equals)
          .hasSize(6);
    }
  }

  /** A connection for each of the two hosts. */
  private static void assertHandshakes(Outcome outcome, int port) {
    List<JsonObject> records = outcome.records("tls.handshake");
    assertThat(records).describedAs("%s", outcome).hasSize(2);
    for (JsonObject record : records) {
      assertThat(text(record, "tls.version")).isEqualTo("TLSv1.3");
      assertThat(text(record, "tls.engine")).isEqualTo("QuicTLSEngineImpl");
      assertThat(text(record, "peer.port")).isEqualTo(String.valueOf(port));
      assertThat(text(record, "action")).isEqualTo("allowed");
    }
    assertThat(text(records.get(0), "peer.host")).isEqualTo(BUCKET);
  }
}
