package dev.stockade.e2e.server;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.NginxServer;
import dev.stockade.e2e.kit.OpensslClient;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import dev.stockade.e2e.kit.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs on real libraries, with real peers: HTTP, Tomcat, LDAP. */
@Tag("matrix")
@Tag("servers")
class ApplicationsTest {

  static List<Jdk> jdks() {
    return Jdk.ends();
  }

  static List<Jdk> jdksWithHttpClient() {
    return Jdk.from(11);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void httpsUrlConnectionReachesOnlyStrongServers(Jdk jdk) throws Exception {
    assertHttpClientReachesOnlyStrongServers(jdk, "HttpsUrlClient", true);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdksWithHttpClient")
  void javaNetHttpReachesOnlyStrongServers(Jdk jdk) throws Exception {
    // In JDK 11 it never offers less than TLS 1.2, whatever the context allows.
    assertHttpClientReachesOnlyStrongServers(jdk, "JdkHttpClient", jdk.feature() > 11);
  }

  private static void assertHttpClientReachesOnlyStrongServers(
      Jdk jdk, String client, boolean offersOldProtocols) throws Exception {
    jdk.java();
    try (NginxServer old = NginxServer.speaking("TLSv1.1");
        OpensslServer staticRsa = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA);
        NginxServer modern = NginxServer.speaking("TLSv1.1 TLSv1.2 TLSv1.3")) {
      Map<String, String> ruleByWeakPeer = new LinkedHashMap<>();
      ruleByWeakPeer.put(staticRsa.url(), "tls.forward-secrecy");
      if (offersOldProtocols) {
        ruleByWeakPeer.put(old.url(), "tls.min-version");
      }
      List<String> targets = new ArrayList<>(ruleByWeakPeer.keySet());
      targets.add(modern.url());
      Trial trial =
          Trial.of(jdk, ChildJvm::withLegacyAlgorithms, client, targets.toArray(String[]::new));

      trial.assertOnlyWeakPeersRefused(ruleByWeakPeer, modern.url());
      if (offersOldProtocols) {
        assertThat(trial.plain().out()).contains("| Protocol : TLSv1.1");
      }
      assertThat(trial.enforce().out()).doesNotContain("| Protocol : TLSv1.1");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void jndiReachesOnlyAStrongDirectory(Jdk jdk) throws Exception {
    jdk.java();
    ChildJvm old =
        server(Jdk.running())
            .with("-Dapp.protocols=TLSv1.1", "-Dapp.suites=TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA")
            .start("LdapServer");
    ChildJvm modern = server(Jdk.running()).start("LdapServer");
    String oldUrl = "ldaps://localhost:" + old.ready();
    String modernUrl = "ldaps://localhost:" + modern.ready();
    Trial trial = Trial.of(jdk, ChildJvm::withLegacyAlgorithms, "LdapsClient", oldUrl, modernUrl);
    old.end();
    modern.end();

    trial.assertOnlyWeakPeersRefused(Map.of(oldUrl, "tls.min-version"), modernUrl);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void tomcatServesOnlyStrongClients(Jdk jdk) throws Exception {
    assertServesOnlyStrongClients(jdk, "TomcatServer");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void anLdapServerServesOnlyStrongClients(Jdk jdk) throws Exception {
    assertServesOnlyStrongClients(jdk, "LdapServer");
  }

  private static void assertServesOnlyStrongClients(Jdk jdk, String program) throws Exception {
    ChildJvm plain = weakServer(jdk).start(program);
    ChildJvm audit = weakServer(jdk).agent(Launch.JAVAAGENT, "mode=audit").start(program);
    ChildJvm enforce = weakServer(jdk).agent(Launch.JAVAAGENT, "mode=enforce").start(program);
    for (ChildJvm open : List.of(plain, audit)) {
      assertThat(served(open, Peer.TLS11)).contains("TLSv1.1 ECDHE-RSA-AES128-SHA");
      assertThat(served(open, Peer.TLS12_ECDHE)).contains("TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256");
    }
    assertThat(served(enforce, Peer.TLS11)).contains(" (NONE)");
    assertThat(served(enforce, Peer.TLS12_ECDHE)).contains("TLSv1.2 ECDHE-RSA-AES128-GCM-SHA256");
    plain.end();
    Outcome audited = audit.end().assertHostLived();
    Outcome enforced = enforce.end().assertHostLived();

    assertThat(audited.actions()).containsExactlyInAnyOrder("would-block", "would-harden");
    assertThat(enforced.records("tls.blocked")).describedAs("%s", enforced).hasSize(1);
    assertThat(text(enforced.records("tls.blocked").get(0), "direction")).isEqualTo("in");
    assertThat(enforced.actions()).containsExactly("hardened");
  }

  private static ChildJvm weakServer(Jdk jdk) throws Exception {
    return server(jdk)
        .with(
            "-Dapp.protocols=TLSv1.1,TLSv1.2",
            "-Dapp.suites=TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
  }

  private static ChildJvm server(Jdk jdk) throws Exception {
    return ChildJvm.on(jdk)
        .withLegacyAlgorithms()
        .with("-Dapp.keystore=" + Keys.keyStore(), "-Dapp.password=" + Keys.PASSWORD);
  }

  /** The version and the suite that openssl names. */
  private static String served(ChildJvm server, Peer client) throws Exception {
    String printed = OpensslClient.shakeHands(server.ready(), client.limits);
    StringBuilder facts = new StringBuilder();
    for (String line : printed.split("\n", -1)) {
      if (line.startsWith("    Protocol  : ")) {
        facts.append(line.substring("    Protocol  : ".length()));
      } else if (line.startsWith("New, ") && line.contains("Cipher is ")) {
        facts.insert(0, " ").insert(0, line.substring(line.indexOf("Cipher is ") + 10));
      }
    }
    String[] words = facts.toString().split(" ", -1);
    return words.length > 1 ? words[1] + " " + words[0] : printed;
  }
}
