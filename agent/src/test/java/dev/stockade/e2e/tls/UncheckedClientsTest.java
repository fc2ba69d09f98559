package dev.stockade.e2e.tls;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Library;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients that accept any certificate or any host name: told, and refused only on demand. */
@Tag("matrix")
public class UncheckedClientsTest {
  private static final String TRUST_ALL = "tls.trust-all";
  private static final String HOSTNAME = "tls.hostname";

  public static final String APACHE4 = "org.apache.httpcomponents:httpclient:4.5.14";
  private static final String APACHE5 = "org.apache.httpcomponents.client5:httpclient5:";

  @TempDir Path folder;

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "huc, nobody-checks, tls.trust-all",
    "huc, any-name, tls.hostname",
    "huc, default,",
    "huc, delegating,",
    "huc, first-use,",
    "apache4, nobody-checks, tls.trust-all",
    "apache4, any-name, tls.hostname",
    "apache4, delegating,",
    "okhttp, nobody-checks, tls.trust-all",
    "okhttp, any-name, tls.hostname",
    "okhttp, first-use,",
    "okhttp 3.14.9, any-name, tls.hostname",
    "okhttp 5.5.1, nobody-checks, tls.trust-all",
    "okhttp 5.5.1, any-name, tls.hostname",
    "okhttp 5.5.1, default,",
    "apache5 5.0.4, any-name, tls.hostname",
    "apache5 5.6, nobody-checks, tls.trust-all",
    "apache5 5.6, any-name, tls.hostname",
    "apache5 5.6, default,",
    "apache5-async 5.0.4, any-name, tls.hostname",
    "apache5-async 5.6, nobody-checks, tls.trust-all",
    "apache5-async 5.6, any-name, tls.hostname",
    "apache5-async 5.6, default,",
  })
  void isToldEvenInEnforceAndRefusedByItsOwnStageAlone(String client, String how, String rule)
      throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS13)) {
      Outcome told = run(Jdk.running(), "mode=enforce", client, how, server);
      assertThat(told.lineFor(server.url())).as("%s", told).endsWith(" ok 200");
      assertFound(told, "tls.handshake", rule == null ? "pass" : "warn", rule);

      Outcome own = run(Jdk.running(), "policy=" + policy(), client, how, server);
      if (rule == null) {
        assertThat(own.lineFor(server.url())).as("%s", own).endsWith(" ok 200");
      } else {
        assertThat(own.lineFor(server.url()))
            .contains("failed javax.net.ssl.SSL")
            .contains("stockade: blocked TLS to localhost:" + server.port())
            .contains("(rule " + rule + ")");
        assertFound(own, "tls.blocked", "violation", rule);
      }
    }
  }

  public static List<Jdk> matrix() {
    return Jdk.matrix();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("matrix")
  void onEachJdk(Jdk jdk) throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS12_ECDHE)) {
      assertFound(
          run(jdk, "mode=audit", "huc", "nobody-checks", server),
          "tls.handshake",
          "warn",
          TRUST_ALL);
      assertFound(
          run(jdk, "mode=audit", "huc", "any-name", server), "tls.handshake", "warn", HOSTNAME);
    }
  }

  static List<Jdk> withHttpClient() {
    return Jdk.from(11);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("withHttpClient")
  void theJdksHttpClientUnderThePropertyThatForbidsTheCheck(Jdk jdk) throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS13)) {
      ChildJvm child =
          ChildJvm.on(jdk)
              .with("-Djdk.internal.httpclient.disableHostnameVerification=true")
              .agent(Launch.JAVAAGENT, "mode=audit");
      Outcome outcome = child.start("JdkHttpClient", server.url()).outcome().assertHostLived();

      assertFound(outcome, "tls.handshake", "warn", HOSTNAME);
    }
  }

  private static Outcome run(
      Jdk jdk, String options, String client, String how, OpensslServer server) throws Exception {
    ChildJvm child = ChildJvm.on(jdk).agent(Launch.JAVAAGENT, options);
    String[] named = client.split(" ", -1);
    String version = named.length > 1 ? named[1] : "4.12.0";
    if (named[0].equals("okhttp")) {
      String okHttp = version.startsWith("5") ? "okhttp-jvm:" : "okhttp:";
      child.library(Library.of("com.squareup.okhttp3:" + okHttp + version, APACHE4));
    } else if (named[0].startsWith("apache5")) {
      child.library(Library.of(APACHE5 + version, APACHE4, "com.squareup.okhttp3:okhttp:4.12.0"));
    }
    return child.start("UncheckedCalls", named[0], how, server.url()).outcome().assertHostLived();
  }

  private static void assertFound(Outcome outcome, String kind, String verdict, String rule) {
    List<JsonObject> records = outcome.records(kind);
    assertThat(records).as("%s of %s", kind, outcome).isNotEmpty();
    for (JsonObject record : records) {
      assertThat(record.get("verdict").getAsString()).as("%s", record).isEqualTo(verdict);
      if (rule != null) {
        assertThat(record.getAsJsonArray("rules").toString()).startsWith("[\"" + rule + '"');
        assertThat(record.get("reason").getAsString())
            .startsWith("client accepts any ")
            .contains(rule.equals(TRUST_ALL) ? "set up by dev.stockade.apps." : "");
      }
    }
    if (rule != null) {
      assertThat(outcome.err()).anyMatch(line -> line.contains(rule));
    }
  }

  private Path policy() throws Exception {
    return Files.writeString(
        folder.resolve("policy.yaml"),
        "mode: enforce\nrules:\n  tls.trust-all: {stage: enforce}\n  tls.hostname: enforce\n");
  }
}
