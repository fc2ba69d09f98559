package dev.stockade.e2e.tls;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.aws.AwsSdk;
import dev.stockade.e2e.kit.AwsServer;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Libraries that have an option for a client that accepts any certificate. */
class TrustAllOptionTest {
  @TempDir Path folder;

  static List<Arguments> sdks() {
    return List.of(
        Arguments.of(
            new AwsSdk("1.12.797", "apache4"), "-Dcom.amazonaws.sdk.disableCertChecking=true"),
        Arguments.of(new AwsSdk("2.57.8", "apache4"), "-Dapp.trust=anybody"),
        Arguments.of(new AwsSdk("2.57.8", "apache5"), "-Dapp.trust=anybody"),
        Arguments.of(new AwsSdk("2.57.8", "url-connection"), "-Dapp.trust=anybody"),
        Arguments.of(new AwsSdk("2.57.8", "netty"), "-Dapp.trust=anybody"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sdks")
  void anAwsSdkIsTold(AwsSdk sdk, String option) throws Exception {
    try (AwsServer server = new AwsServer()) {
      ChildJvm child = ChildJvm.on(Jdk.running()).with(option);
      Outcome told =
          sdk.start(
                  server.reach(child).agent(Launch.JAVAAGENT, "mode=enforce"),
                  List.of("dynamodb-list"))
              .outcome()
              .assertHostLived();

      assertThat(told.lineFor("dynamodb-list")).describedAs("%s", told).endsWith(" ok");
      assertTrustAll(told.records("tls.handshake"), "warn");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"JDK", "OPENSSL"})
  void nettysFactoryForTestsIsToldAndRefusedByItsOwnStage(String provider) throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS12_ECDHE)) {
      Outcome told = netty("mode=enforce", provider, "anybody", server);
      assertThat(told.lineFor(server.target())).describedAs("%s", told).contains(" ok TLSv1.2 ");
      assertTrustAll(told.records("tls.handshake"), "warn");

      Outcome own = netty("policy=" + policy(), provider, "anybody", server);
      assertThat(own.lineFor(server.target()))
          .describedAs("%s", own)
          .contains("SSLHandshakeException: stockade: blocked TLS to " + server.target())
          .contains("(rule tls.trust-all)");
      assertTrustAll(own.records("tls.blocked"), "violation");

      Outcome good = netty("policy=" + policy(), provider, "test", server);
      assertThat(good.lineFor(server.target())).describedAs("%s", good).contains(" ok TLSv1.2 ");
      assertThat(good.records("tls.handshake"))
          .extracting(record -> text(record, "verdict"))
          .containsExactly("pass");
    }
  }

  private static Outcome netty(String options, String provider, String trust, OpensslServer server)
      throws Exception {
    return ChildJvm.on(Jdk.running())
        .classPath(NettyLibrary.NETTY_4_2.classPath())
        .with("-Dapp.provider=" + provider, "-Dapp.trust=" + trust)
        .agent(Launch.JAVAAGENT, options)
        .start("NettyClient", server.target())
        .outcome()
        .assertHostLived();
  }

  private static void assertTrustAll(List<JsonObject> records, String verdict) {
    assertThat(records).isNotEmpty();
    for (JsonObject record : records) {
      assertThat(text(record, "verdict")).describedAs("%s", record).isEqualTo(verdict);
      assertThat(record.getAsJsonArray("rules").toString()).contains("tls.trust-all");
      assertThat(text(record, "reason")).startsWith("client accepts any certificate");
    }
  }

  private Path policy() throws Exception {
    return Files.writeString(
        folder.resolve("policy.yaml"), "mode: enforce\nrules:\n  tls.trust-all: enforce\n");
  }
}
