package dev.stockade.e2e.tls;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslClient;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.kit.Trial;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who is to blame when a peer that saw a narrowed offer goes away, or says no to something else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailedAfterNarrowingTest {
  private static final String PERHAPS =
      "; stockade: after narrowing TLS to .*?explain tls.forward-secrecy";
  private static final String STATIC_RSA =
      "-Dapp.suites=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_RSA_WITH_AES_128_GCM_SHA256";
  private static final int PROTOCOL_VERSION = 70;

  @TempDir Path folder;
  private RudePeer closes;
  private RudePeer resets;
  private RudePeer saysCloseNotify;
  private RudePeer tooOld;

  @BeforeAll
  void startPeers() throws Exception {
    closes = RudePeer.thatCloses();
    resets = RudePeer.thatResets();
    saysCloseNotify = RudePeer.thatSaysCloseNotify();
    tooOld = RudePeer.thatAnswers(PROTOCOL_VERSION);
  }

  @AfterAll
  void stopPeers() throws Exception {
    for (RudePeer peer : List.of(closes, resets, saysCloseNotify, tooOld)) {
      peer.close();
    }
  }

  @ParameterizedTest(name = "JDK {0} {1}")
  @CsvSource({"8, SocketClient", "17, SocketClient", "25, SocketClient", "17, EngineClient"})
  void onlyWhoHangsUpMayMissTheSuitesThatWereTakenOut(int feature, String client) throws Exception {
    List<String> gone = List.of(closes.target(), resets.target(), saysCloseNotify.target());
    Trial trial =
        Trial.of(
            Jdk.of(feature),
            child -> child.withLegacyAlgorithms().with(STATIC_RSA, "-Dapp.protocols=TLSv1.2"),
            client,
            gone.get(0),
            gone.get(1),
            gone.get(2),
            tooOld.target());

    assertThat(trial.audit().out()).isEqualTo(trial.plain().out());
    assertThat(trial.audit().records("tls.failed"))
        .describedAs("%s", trial.audit())
        .allMatch(record -> text(record, "action").equals("failed"));
    assertThat(trial.enforce().records("tls.blocked")).describedAs("%s", trial.enforce()).isEmpty();
    for (JsonObject record : trial.enforce().records("tls.failed")) {
      boolean wentAway = !isTo(tooOld, record);
      assertThat(text(record, "action"))
          .describedAs("%s", record)
          .isEqualTo(wentAway ? "failed-after-narrowing" : "failed");
    }
    assertThat(trial.enforce().lineFor(tooOld.target()))
        .isEqualTo(trial.plain().lineFor(tooOld.target()));
    if (client.equals("SocketClient")) {
      assertThat(trial.enforce().records("tls.failed")).hasSize(4);
      for (String target : gone) {
        String line = trial.enforce().lineFor(target);
        assertThat(line).contains("; stockade: after narrowing TLS to " + target);
        assertThat(line.replaceAll(PERHAPS, "")).isEqualTo(trial.plain().lineFor(target));
      }
    }
  }

  @Test
  void aPeerThatIsTooOldForAVersionThatWasTakenOutIsBlockedByThatRuleAlone() throws Exception {
    Outcome outcome =
        ChildJvm.on(Jdk.running())
            .withLegacyAlgorithms()
            .with(STATIC_RSA + ",TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA,TLS_AES_128_GCM_SHA256")
            .with("-Dapp.protocols=TLSv1.3,TLSv1.2,TLSv1.1")
            .agent(Launch.JAVAAGENT, "mode=enforce")
            .start("SocketClient", tooOld.target())
            .outcome()
            .assertHostLived();

    assertThat(outcome.records("tls.blocked"))
        .describedAs("%s", outcome)
        .singleElement()
        .matches(record -> record.get("rules").toString().equals("[\"tls.min-version\"]"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Provider.class,
      names = {"BOUNCY_CASTLE", "CONSCRYPT"})
  void anotherProvidersSocketsTellItToo(Provider provider) throws Exception {
    Jdk jdk = Jdk.running();
    Path security = provider.security(folder, jdk);
    Trial trial =
        Trial.of(
            jdk,
            child ->
                provider
                    .in(jdk, child)
                    .with("-Djava.security.properties=" + security, STATIC_RSA)
                    .with("-Dapp.protocols=TLSv1.2"),
            "SocketClient",
            closes.target(),
            resets.target(),
            tooOld.target());

    assertThat(withoutAddresses(trial.audit().out()))
        .isEqualTo(withoutAddresses(trial.plain().out()));
    assertThat(trial.enforce().records("tls.blocked")).describedAs("%s", trial.enforce()).isEmpty();
    for (RudePeer peer : List.of(closes, resets)) {
      String line = trial.enforce().lineFor(peer.target());
      assertThat(line).contains("; stockade: after narrowing TLS to ");
      assertThat(line.replaceAll(PERHAPS, "")).isEqualTo(trial.plain().lineFor(peer.target()));
      assertThat(trial.enforce().records("tls.failed"))
          .describedAs("%s", trial.enforce())
          .filteredOn(record -> isTo(peer, record))
          .singleElement()
          .matches(record -> text(record, "action").equals("failed-after-narrowing"));
    }
    assertThat(withoutAddresses(List.of(trial.enforce().lineFor(tooOld.target()))))
        .isEqualTo(withoutAddresses(List.of(trial.plain().lineFor(tooOld.target()))));
  }

  private static List<String> withoutAddresses(List<String> lines) {
    return lines.stream().map(line -> line.replaceAll("0x[0-9a-f]+", "0x")).toList();
  }

  @ParameterizedTest(name = "JDK {0}")
  @CsvSource({"17", "25"})
  void theJdksHttpClientTellsItToo(int feature) throws Exception {
    Trial trial =
        Trial.of(
            Jdk.of(feature),
            child ->
                child
                    .withLegacyAlgorithms()
                    .with("-Djdk.tls.client.cipherSuites=" + STATIC_RSA.replaceFirst(".*=", ""))
                    .with("-Djdk.tls.client.protocols=TLSv1.2"),
            "JdkHttpClient",
            "https://" + closes.target(),
            "https://" + tooOld.target());

    assertThat(trial.audit().out()).isEqualTo(trial.plain().out());
    String line = trial.enforce().lineFor("https://" + closes.target());
    assertThat(line).contains("; stockade: after narrowing TLS to ");
    assertThat(line.replaceAll(PERHAPS, ""))
        .isEqualTo(trial.plain().lineFor("https://" + closes.target()));
    assertThat(trial.enforce().lineFor("https://" + tooOld.target()))
        .isEqualTo(trial.plain().lineFor("https://" + tooOld.target()));
    assertThat(trial.enforce().records("tls.failed"))
        .describedAs("%s", trial.enforce())
        .filteredOn(record -> isTo(closes, record))
        .isNotEmpty()
        .allMatch(record -> text(record, "action").equals("failed-after-narrowing"));
  }

  @Test
  void nettysEngineTellsItInTheRecord() throws Exception {
    Outcome outcome =
        ChildJvm.on(Jdk.running())
            .classPath(NettyLibrary.NETTY_4_2.classPath())
            .with("-Dapp.protocols=TLSv1,TLSv1.2")
            .agent(Launch.JAVAAGENT, "mode=enforce")
            .start("NettyClient", closes.target(), tooOld.target())
            .outcome()
            .assertHostLived();

    // Of a client's peer that answers protocol_version it is taken that it is too old, as here.
    assertThat(outcome.records("tls.blocked"))
        .describedAs("%s", outcome)
        .hasSize(1)
        .allMatch(record -> record.get("rules").toString().equals("[\"tls.min-version\"]"));
    assertThat(outcome.records("tls.failed"))
        .describedAs("%s", outcome)
        .hasSize(1)
        .allMatch(record -> text(record, "action").equals("failed-after-narrowing"));
  }

  @Test
  void aNettyServerWithoutTls13IsNotToBlameForAClientOfTls13Alone() throws Exception {
    ChildJvm child =
        ChildJvm.on(Jdk.running())
            .classPath(NettyLibrary.NETTY_4_2.classPath())
            .with("-Dapp.keystore=" + Keys.keyStore(), "-Dapp.password=" + Keys.PASSWORD)
            .with("-Dapp.protocols=TLSv1.1,TLSv1.2")
            .agent(Launch.JAVAAGENT, "mode=enforce")
            .start("NettyServer");
    assertThat(OpensslClient.connect(child.ready(), Peer.TLS13.limits)).doesNotContain("hello ");
    child.awaitLine("failed ");
    Outcome outcome = child.end().assertHostLived();

    assertThat(outcome.records("tls.blocked")).describedAs("%s", outcome).isEmpty();
    assertThat(outcome.records("tls.failed"))
        .singleElement()
        .matches(record -> text(record, "action").equals("failed-after-narrowing"))
        .matches(record -> text(record, "reason").contains("cannot be known"));
  }

  @ParameterizedTest(name = "JDK {0}")
  @CsvSource({"8", "17", "25"})
  void aClientThatOffersOnlyNonsenseIsNoMatterOfTheServersNarrowing(int feature) throws Exception {
    ChildJvm child =
        ChildJvm.on(Jdk.of(feature))
            .withLegacyAlgorithms()
            .with("-Dapp.keystore=" + Keys.keyStore(), "-Dapp.password=" + Keys.PASSWORD)
            .with(STATIC_RSA, "-Dapp.protocols=TLSv1.1,TLSv1.2")
            .agent(Launch.JAVAAGENT, "mode=enforce")
            .start("SocketServer");
    int port = child.ready();
    sayHello(port, 0xc0, 0xff);
    child.awaitLines("failed ", 1);
    sayHello(port, 0x00, 0x9c);
    child.awaitLines("failed ", 2);
    Outcome outcome = child.end().assertHostLived();

    assertThat(outcome.records("tls.failed"))
        .describedAs("nonsense: %s", outcome)
        .singleElement()
        .matches(record -> text(record, "action").equals("failed"));
    assertThat(outcome.records("tls.blocked"))
        .describedAs("static RSA: %s", outcome)
        .singleElement()
        .matches(record -> record.get("rules").toString().equals("[\"tls.forward-secrecy\"]"));
  }

  /** A hello of TLS 1.2 with one cipher suite. */
  private static void sayHello(int port, int high, int low) throws Exception {
    byte[] hello = new byte[5 + 4 + 2 + 32 + 1 + 4 + 2];
    byte[] head = {
      22, 3, 1, 0, (byte) (hello.length - 5), 1, 0, 0, (byte) (hello.length - 9), 3, 3
    };
    System.arraycopy(head, 0, hello, 0, head.length);
    byte[] tail = {0, 0, 2, (byte) high, (byte) low, 1, 0};
    System.arraycopy(tail, 0, hello, hello.length - tail.length, tail.length);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(hello);
      socket.setSoTimeout(10_000);
      while (socket.getInputStream().read() >= 0) {
        // Until the server has said its alert.
      }
    }
  }

  private static boolean isTo(RudePeer peer, JsonObject record) {
    return peer.target().endsWith(":" + text(record, "peer.port"));
  }
}
