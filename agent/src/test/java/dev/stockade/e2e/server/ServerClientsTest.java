package dev.stockade.e2e.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Library;
import dev.stockade.e2e.kit.Trial;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The clients that come with the servers of {@link ApplicationServersTest}, at weak and strong
 * servers.
 */
@Tag("servers")
class ServerClientsTest {
  private static final String STRONG = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
  private static final String STATIC_RSA = "TLS_RSA_WITH_AES_128_GCM_SHA256";

  private static final List<String> BOTH =
      List.of("-Dapp.protocols=TLSv1.2", "-Dapp.suites=" + STRONG + "," + STATIC_RSA);

  @Test
  void aKafkaClientIsRefusedTheWeakBrokerOnly() throws Exception {
    KafkaServer weak = new KafkaServer(STATIC_RSA);
    KafkaServer strong = new KafkaServer(STRONG);
    ChildJvm weakBroker = weak.start(ChildJvm.on(Jdk.running()).withLegacyAlgorithms());
    ChildJvm strongBroker = strong.start(ChildJvm.on(Jdk.running()));
    String weakTarget = "localhost:" + weak.port();
    String strongTarget = "localhost:" + strong.port();
    Trial trial =
        Trial.of(
            Jdk.running(),
            child ->
                child
                    .withLegacyAlgorithms()
                    .library(Library.of("org.apache.kafka:kafka-clients:3.9.0"))
                    .with(BOTH.toArray(String[]::new)),
            "KafkaTopics",
            weakTarget,
            strongTarget);
    weakBroker.stop();
    strongBroker.stop();

    assertThat(trial.audit().out()).isEqualTo(trial.plain().out());
    assertThat(trial.plain().lineFor(weakTarget)).endsWith(" ok topics []");
    assertThat(trial.enforce().lineFor(strongTarget)).endsWith(" ok topics []");
    assertThat(trial.enforce().lineFor(weakTarget))
        .contains(" failed ")
        .contains("stockade: blocked TLS to localhost:" + weak.port())
        .contains("(rule tls.forward-secrecy)");
    assertThat(trial.audit().actions()).contains("would-block", "would-harden");
  }

  /**
   * The weak server is on the JDK's TLS: BoringSSL's closes without a word where none is shared.
   */
  @Test
  void aGrpcClientIsRefusedTheWeakServerOnly() throws Exception {
    GrpcServer weak =
        new GrpcServer(
            "-Dapp.provider=JDK", "-Dapp.protocols=TLSv1.2", "-Dapp.suites=" + STATIC_RSA);
    GrpcServer strong = new GrpcServer("-Dapp.protocols=TLSv1.2", "-Dapp.suites=" + STRONG);
    ChildJvm weakServer = weak.start(ChildJvm.on(Jdk.running()).withLegacyAlgorithms());
    ChildJvm strongServer = strong.start(ChildJvm.on(Jdk.running()));
    String weakTarget = "localhost:" + weak.port();
    String strongTarget = "localhost:" + strong.port();
    Trial trial =
        Trial.of(
            Jdk.running(),
            child ->
                child
                    .library(GrpcServer.GRPC)
                    .with("-Dapp.trusted=" + Keys.certificate())
                    .with(BOTH.toArray(String[]::new)),
            "GrpcClient",
            weakTarget,
            strongTarget);
    weakServer.stop();
    strongServer.stop();

    assertThat(trial.audit().out()).isEqualTo(trial.plain().out());
    assertThat(trial.plain().lineFor(weakTarget)).endsWith(" ok");
    assertThat(trial.enforce().lineFor(strongTarget)).endsWith(" ok");
    assertThat(trial.enforce().lineFor(weakTarget))
        .contains(" failed io.grpc.StatusRuntimeException: UNAVAILABLE")
        .contains("SSLHandshakeException: stockade: blocked TLS to localhost:" + weak.port())
        .contains("(rule tls.forward-secrecy)");
  }
}
