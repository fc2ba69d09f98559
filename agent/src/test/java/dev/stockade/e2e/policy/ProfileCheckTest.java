package dev.stockade.e2e.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.stockade.e2e.kit.Cli;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.OpensslJudge;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code profile check} says of a server what {@code openssl s_client} finds out about it. */
@Tag("matrix")
class ProfileCheckTest {
  private static final String WEAK = ":@SECLEVEL=0";

  /** A server: its key, and options of s_server. */
  private record Configuration(int number, boolean hasEcKey, List<String> options) {
    @Override
    public String toString() {
      return (hasEcKey ? "EC " : "RSA ") + String.join(" ", options);
    }

    OpensslServer start() throws Exception {
      String[] words = options.toArray(new String[0]);
      return hasEcKey
          ? OpensslServer.of(Keys.ecCertificate(), Keys.ecKey(), words)
          : OpensslServer.with(words);
    }
  }

  static List<Configuration> configurations() {
    return List.of(
        rsa(0),
        rsa(1, "-tls1"),
        rsa(2, "-tls1_1"),
        rsa(3, "-tls1_2"),
        rsa(4, "-tls1_3"),
        rsa(5, "-no_tls1_3"),
        rsa(6, "-no_tls1", "-no_tls1_1"),
        rsa(7, "-cipher", "ALL:COMPLEMENTOFALL" + WEAK),
        rsa(8, "-tls1_2", "-cipher", "aNULL" + WEAK),
        rsa(9, "-tls1_2", "-cipher", "AES128-GCM-SHA256:AES256-SHA256" + WEAK),
        rsa(10, "-tls1_2", "-cipher", "ECDHE+AESGCM"),
        rsa(11, "-tls1_2", "-cipher", "DHE-RSA-AES128-GCM-SHA256:DHE-RSA-AES256-CCM" + WEAK),
        rsa(12, "-tls1_2", "-cipher", "ARIA:CAMELLIA" + WEAK),
        rsa(13, "-tls1_2", "-cipher", "ECDHE-RSA-AES128-SHA", "-serverpref"),
        rsa(14, "-tls1_3", "-ciphersuites", "TLS_AES_128_CCM_SHA256:TLS_AES_256_GCM_SHA384"),
        rsa(15, "-tls1_3", "-groups", "P-384"),
        rsa(16, "-tls1_3", "-groups", "X448:ffdhe2048:P-521"),
        rsa(17, "-groups", "X25519:P-256", "-serverpref"),
        rsa(18, "-verify", "1", "-cipher", "ECDHE" + WEAK),
        new Configuration(19, true, List.of("-no_tls1_3")),
        new Configuration(20, true, List.of("-tls1_2", "-cipher", "ECDHE+CHACHA20:ECDHE+AESCCM")),
        new Configuration(21, true, List.of("-tls1_3", "-serverpref")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("configurations")
  void itAgreesWithOpenssl(Configuration configuration) throws Exception {
    try (OpensslServer server = configuration.start()) {
      for (Jdk jdk : Jdk.matrix(configuration.number)) {
        JsonObject found = check(jdk, server.target());
        for (JsonElement one : found.getAsJsonArray("versions")) {
          JsonObject version = one.getAsJsonObject();
          String name = version.get("version").getAsString();
          if (OpensslJudge.VERSIONS.containsKey(name)) {
            assertThat(suites(version))
                .describedAs("%s on %s", name, jdk)
                .isEqualTo(OpensslJudge.suites(server.port(), name));
          } else {
            assertThat(version.get("accepted").getAsBoolean()).isFalse();
          }
          if (name.equals("TLSv1.3") && version.get("accepted").getAsBoolean()) {
            String groups = version.getAsJsonArray("groups").toString();
            for (String group : OpensslJudge.GROUPS.keySet()) {
              assertThat(groups.contains('"' + group + '"'))
                  .describedAs("%s on %s of %s", group, jdk, groups)
                  .isEqualTo(OpensslJudge.accepts(server.port(), group));
            }
          }
        }
        assertThat(found.getAsJsonArray("remarks")).isEmpty();
        assertThat(found.get("connections").getAsInt()).isBetween(8, 250);
        assertCertificate(found, configuration);
      }
    }
  }

  @Test
  void theSizeOfDhAndTheConditionsAreFound() throws Exception {
    String dh = Keys.key().resolveSibling("dh1024.pem").toString();
    try (OpensslServer server =
        OpensslServer.with("-tls1_2", "-cipher", "DHE-RSA-AES128-SHA256" + WEAK, "-dhparam", dh)) {
      JsonObject suite =
          check(Jdk.running(), server.target())
              .getAsJsonArray("versions")
              .get(3)
              .getAsJsonObject()
              .getAsJsonArray("suites")
              .get(0)
              .getAsJsonObject();

      assertThat(suite.get("dhBits").getAsInt()).isEqualTo(1024);
      assertThat(suite.get("extendedMasterSecret").getAsBoolean()).isTrue();
      assertThat(suite.get("encryptThenMac").getAsBoolean()).isTrue();
    }
  }

  @Test
  void aServerThatWantsACertificateIsAskedWithoutOne() throws Exception {
    try (OpensslServer server = OpensslServer.with("-Verify", "1")) {
      for (JsonElement version : check(Jdk.running(), server.target()).getAsJsonArray("versions")) {
        JsonObject one = version.getAsJsonObject();
        assertThat(one.get("accepted").getAsBoolean())
            .isEqualTo(!one.get("version").getAsString().equals("SSLv3"));
      }
    }
  }

  @Test
  void eachProfileHasItsVerdict() throws Exception {
    try (OpensslServer old = OpensslServer.with("-tls1_1");
        OpensslServer good = OpensslServer.with("-tls1_3");
        OpensslServer mixed = OpensslServer.with("-cipher", "DEFAULT" + WEAK)) {
      assertThat(verdict(old, "aws-outposts")).isEqualTo("outside");
      assertThat(verdict(good, "aws-outposts")).isEqualTo("within");
      assertThat(verdict(good, "pq-ready-2026-08")).isEqualTo("outside");
      assertThat(verdict(mixed, "pci")).isEqualTo("exceeds");
      Outcome pci = Cli.run("profile", "check", "--profile", "pci", "--exit-code", mixed.target());
      assertThat(pci.exitCode()).isEqualTo(1);
      assertThat(String.join("\n", pci.out()))
          .contains("tls.min-version (", "PCI DSS 4.0.1, 4.2.1", "    TLSv1.1");
    }
  }

  static List<Jdk> jdks() {
    return Jdk.matrix();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void eachJdkSaysWhatItOffers(Jdk jdk) throws Exception {
    JsonObject defaults = json(Cli.on(jdk, "profile", "check", "--jdk", "-o", "json"));

    JsonObject client = defaults.getAsJsonObject("client");
    assertThat(client.getAsJsonArray("versions").toString()).contains("TLSv1.2");
    assertThat(client.getAsJsonArray("suites").toString())
        .contains("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")
        .doesNotContain("RC4", "NULL");
    assertThat(client.getAsJsonArray("groups").toString().contains("X25519MLKEM768"))
        .isEqualTo(jdk.feature() >= 27);
    assertThat(client.get("extendedMasterSecret").getAsBoolean()).isTrue();
    assertThat(client.get("encryptThenMac").getAsBoolean()).isFalse();
    assertThat(defaults.getAsJsonObject("server").getAsJsonArray("versions").toString())
        .contains("TLSv1.2", "TLSv1.3");
  }

  @Test
  void whereThereIsNoTlsOrNoServerThatIsSaid() throws Exception {
    Outcome none = Cli.run("profile", "check", "127.0.0.1:1");

    assertThat(none.exitCode()).isEqualTo(1);
    assertThat(none.err()).anyMatch(line -> line.startsWith("127.0.0.1:1: no connection: "));
  }

  private static void assertCertificate(JsonObject found, Configuration configuration) {
    if (configuration.number == 8) {
      assertThat(found.getAsJsonArray("certificates")).describedAs("anonymous").isEmpty();
      return;
    }
    JsonObject leaf = found.getAsJsonArray("certificates").get(0).getAsJsonObject();
    assertThat(leaf.get("keyType").getAsString()).isEqualTo(configuration.hasEcKey ? "EC" : "RSA");
    assertThat(leaf.get("keyBits").getAsInt()).isEqualTo(configuration.hasEcKey ? 256 : 2048);
  }

  private static String verdict(OpensslServer server, String profile) throws Exception {
    Outcome one = Cli.run("profile", "check", "--profile", profile, server.target(), "-o", "json");
    return json(one)
        .getAsJsonArray("profiles")
        .get(0)
        .getAsJsonObject()
        .get("verdict")
        .getAsString();
  }

  private static Set<String> suites(JsonObject version) {
    Set<String> names = new TreeSet<>();
    version
        .getAsJsonArray("suites")
        .forEach(suite -> names.add(suite.getAsJsonObject().get("suite").getAsString()));
    return names;
  }

  private static JsonObject check(Jdk jdk, String target) throws Exception {
    Outcome check = Cli.on(jdk, "profile", "check", target, "-o", "json");
    assertThat(check.exitCode()).describedAs("%s", check).isZero();
    return json(check);
  }

  private static JsonObject json(Outcome outcome) {
    assertThat(outcome.out()).describedAs("%s", outcome).hasSize(1);
    return JsonParser.parseString(outcome.out().get(0)).getAsJsonObject();
  }

  private static Configuration rsa(int number, String... options) {
    return new Configuration(number, false, List.of(options));
  }
}
