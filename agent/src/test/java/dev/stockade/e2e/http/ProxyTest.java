package dev.stockade.e2e.http;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Cli;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Library;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.kit.SecurityFile;
import dev.stockade.e2e.kit.TunnelProxy;
import dev.stockade.e2e.tls.Provider;
import dev.stockade.e2e.tls.UncheckedClientsTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Through a proxy the peer is the target: for exceptions, in records and in what is suggested. */
@Tag("matrix")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProxyTest {
  @TempDir Path folder;
  private OpensslServer weak;
  private OpensslServer old;
  private TunnelProxy proxy;

  @BeforeAll
  void start() throws Exception {
    weak = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA);
    old = OpensslServer.limitedTo(Peer.TLS11);
    proxy = new TunnelProxy();
  }

  @AfterAll
  void stop() throws Exception {
    weak.close();
    old.close();
    proxy.close();
  }

  static List<Arguments> clients() {
    List<Arguments> cells = new ArrayList<>();
    for (Jdk jdk : Jdk.matrix()) {
      cells.add(Arguments.of(jdk, "UrlCalls", Library.of("org.slf4j:slf4j-nop:1.7.36")));
    }
    for (ClientProgram it :
        List.of(ClientProgram.APACHE4, ClientProgram.APACHE5, ClientProgram.OKHTTP)) {
      for (Jdk jdk : Jdk.matrix(it.ordinal())) {
        cells.add(Arguments.of(jdk, it.program, it.library(it.newest())));
      }
    }
    return cells;
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("clients")
  void anExceptionForTheTargetHoldsThroughATunnel(Jdk jdk, String program, Library library)
      throws Exception {
    ChildJvm child = ChildJvm.on(jdk).library(library);
    Outcome outcome =
        tunnelled(child, program, "{host: localhost, port: " + weak.port() + ", direction: out}");

    assertThat(outcome.lineFor(call())).describedAs("%s", outcome).contains(" ok 200 ");
    assertThat(outcome.records("tls.handshake")).allSatisfy(this::assertPeerIsTheTarget);
    assertThat(outcome.records("tls.blocked")).isEmpty();
  }

  /** They do not all know static RSA, so this server has an old version. */
  @ParameterizedTest
  @EnumSource(names = {"CONSCRYPT", "CONSCRYPT_2_4", "BOUNCY_CASTLE"})
  void alsoWithTheSocketsOfOtherProviders(Provider provider) throws Exception {
    // The older one's sockets with a file descriptor of their own need an old JDK.
    int feature = provider == Provider.CONSCRYPT_2_4 ? 8 : 17;
    Jdk jdk = Jdk.of(feature);
    String keyManagers = provider.engine.equals("Conscrypt") ? "SunX509" : "PKIX";
    Path security = SecurityFile.in(folder, jdk, provider.classes, keyManagers);
    Outcome outcome =
        proxied(provider.in(jdk, ChildJvm.on(jdk)))
            .library(provider.onClassPath().and(UncheckedClientsTest.APACHE4))
            .with("-Djava.security.properties=" + security)
            .agent(
                Launch.JAVAAGENT, "policy=" + policy("{host: localhost, port: " + old.port() + "}"))
            .start("UncheckedCalls", "huc", "delegating", old.url())
            .outcome()
            .assertHostLived();

    assertThat(outcome.lineFor(old.url())).describedAs("%s", outcome).endsWith(" ok 200");
    assertThat(outcome.records("tls.handshake"))
        .allSatisfy(record -> assertPeerIs(old, record))
        .allMatch(record -> text(record, "tls.provider").equals(provider.jsseName));
  }

  /** Its engine meets the channel to the proxy. */
  @Test
  void alsoWithTheEnginesOfTheJdksHttpClient() throws Exception {
    for (Jdk jdk : Jdk.from(11)) {
      Outcome outcome =
          proxied(ChildJvm.on(jdk))
              .withLegacyAlgorithms()
              .agent(Launch.JAVAAGENT, "mode=audit")
              .start("JdkHttpClient", weak.url())
              .outcome()
              .assertHostLived();

      assertThat(outcome.lineFor(weak.url())).describedAs("%s", outcome).contains(" ok ");
      assertThat(outcome.records("tls.handshake"))
          .isNotEmpty()
          .allSatisfy(this::assertPeerIsTheTarget)
          .allMatch(record -> text(record, "local.ip").equals("127.0.0.1"));
    }
  }

  /** Nobody has looked the target up: the address is the proxy's, and exempts nothing. */
  @Test
  void theProxysAddressAndPortAreNotTheTargets() throws Exception {
    for (String match : List.of("{cidr: 127.0.0.0/8}", "{port: " + proxy.port() + "}")) {
      Outcome outcome = tunnelled(ChildJvm.on(Jdk.running()), "UrlCalls", match);

      assertThat(outcome.lineFor(call()))
          .contains(" failed ", "stockade: blocked TLS to localhost:" + weak.port());
      assertThat(outcome.records("tls.blocked")).allSatisfy(this::assertPeerIsTheTarget);
      assertThat(outcome.err())
          .anyMatch(
              line ->
                  line.contains(
                      " TLS to localhost:" + weak.port() + " through 127.0.0.1:" + proxy.port()));
    }
  }

  @Test
  void whatIsSuggestedIsForTheTarget() throws Exception {
    Outcome audit =
        proxied(ChildJvm.on(Jdk.running()))
            .withLegacyAlgorithms()
            .agent(Launch.JAVAAGENT, "mode=audit")
            .start("UrlCalls", call())
            .outcome()
            .assertHostLived();

    assertThat(Cli.run("suggest-exceptions", audit.journal().toString()).out())
        .anyMatch(line -> line.contains("host: \"localhost\"") || line.contains("host: localhost"))
        .anyMatch(line -> line.contains("port: " + weak.port()))
        .noneMatch(line -> line.contains(String.valueOf(proxy.port())));
  }

  @Test
  void aSocketThroughSocksIsTheTargets() throws Exception {
    String target = "localhost:" + weak.port();
    Outcome outcome =
        ChildJvm.on(Jdk.running())
            .withLegacyAlgorithms()
            .with("-DsocksProxyHost=127.0.0.1", "-DsocksProxyPort=" + proxy.port())
            .with("-DsocksNonProxyHosts=")
            .agent(
                Launch.JAVAAGENT,
                "policy=" + policy("{host: localhost, port: " + weak.port() + "}"))
            .start("SocketClient", target)
            .outcome()
            .assertHostLived();

    assertThat(outcome.lineFor(target)).describedAs("%s", outcome).contains(" ok TLSv1.2 ");
    assertThat(outcome.records("tls.handshake"))
        .allSatisfy(this::assertPeerIsTheTarget)
        .isNotEmpty();
  }

  /** As with STARTTLS: nothing to be said of a way that leads where the program says. */
  @Test
  void aSocketLaidOverOneToTheSamePlaceGoesThroughNothing() throws Exception {
    String target = "localhost:" + weak.port();
    Outcome outcome =
        ChildJvm.on(Jdk.running())
            .withLegacyAlgorithms()
            .with("-Dapp.wrapped=true")
            .agent(Launch.JAVAAGENT, "policy=" + policy("{cidr: 127.0.0.1}"))
            .start("SocketClient", target)
            .outcome()
            .assertHostLived();

    assertThat(outcome.lineFor(target)).describedAs("%s", outcome).contains(" ok TLSv1.2 ");
    assertThat(outcome.records("tls.handshake"))
        .isNotEmpty()
        .allMatch(record -> !record.has("via"))
        .allMatch(record -> text(record, "peer.ip").equals("127.0.0.1"))
        .allMatch(record -> text(record, "local.ip").equals("127.0.0.1"));
  }

  private void assertPeerIsTheTarget(JsonObject record) {
    assertPeerIs(weak, record);
  }

  private void assertPeerIs(OpensslServer server, JsonObject record) {
    assertThat(text(record, "peer.host")).isEqualTo("localhost");
    assertThat(text(record, "peer.port")).isEqualTo(String.valueOf(server.port()));
    assertThat(text(record, "via.ip")).describedAs("%s", record).isEqualTo("127.0.0.1");
    assertThat(text(record, "via.port")).isEqualTo(String.valueOf(proxy.port()));
  }

  private Outcome tunnelled(ChildJvm child, String program, String match) throws Exception {
    return proxied(child)
        .withLegacyAlgorithms()
        .agent(Launch.JAVAAGENT, "policy=" + policy(match))
        .start(program, call())
        .outcome()
        .assertHostLived();
  }

  private ChildJvm proxied(ChildJvm child) {
    return child
        .with("-Dhttps.proxyHost=127.0.0.1", "-Dhttps.proxyPort=" + proxy.port())
        .with("-Dhttp.nonProxyHosts=", "-Dapp.system=true");
  }

  private String call() {
    return "GET https localhost:" + weak.port() + " /";
  }

  private Path policy(String match) throws Exception {
    return Files.writeString(
        folder.resolve("policy.yaml"),
        """
        mode: enforce
        exceptions:
          - id: old
            match: %s
            allow: {min-version: TLSv1.1, forward-secrecy: optional}
            owner: payments
            reason: appliance
            expires: 2999-01-01
        """
            .formatted(match));
  }
}
