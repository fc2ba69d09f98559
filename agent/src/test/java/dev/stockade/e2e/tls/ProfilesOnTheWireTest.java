package dev.stockade.e2e.tls;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.IssuedKeys;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Keys;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslClient;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.policy.tls.Profile;
import dev.stockade.policy.tls.Profiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Five profiles, enforced with their groups: what the JDK's own TLS then offers, what it accepts
 * and what it refuses, by what openssl says at the other end.
 */
@Tag("matrix")
class ProfilesOnTheWireTest {
  /** By their numbers, which openssl prints whether it knows them or not. */
  private static final Map<String, Integer> GROUPS = new LinkedHashMap<>();

  static {
    GROUPS.put("secp256r1", 23);
    GROUPS.put("secp384r1", 24);
    GROUPS.put("secp521r1", 25);
    GROUPS.put("x25519", 29);
    GROUPS.put("x448", 30);
    GROUPS.put("ffdhe2048", 256);
    GROUPS.put("ffdhe3072", 257);
    GROUPS.put("ffdhe4096", 258);
    GROUPS.put("ffdhe6144", 259);
    GROUPS.put("ffdhe8192", 260);
    GROUPS.put("SecP256r1MLKEM768", 4587);
    GROUPS.put("X25519MLKEM768", 4588);
    GROUPS.put("SecP384r1MLKEM1024", 4589);
  }

  private static final String RULES =
      "mode: enforce\nrules: {tls.group: {stage: enforce}}\nprofile: ";

  /** A profile, and the names that openssl has for a group of it and for one outside. */
  private record Case(String profile, String good, String bad) {}

  private static final List<Case> CASES =
      List.of(
          new Case("nist-sp800-52r2-pfs", "P-256", "X25519"),
          new Case("bsi-tr-02102-2-2026-01-pfs", "P-384", "X25519"),
          new Case("cnsa-1.0-rfc9151-pfs", "P-384", "P-256"),
          new Case("fips-140-3-core-2026", "P-521", "X25519"),
          new Case("aws-cloudfront-tls12-2025", "P-256", "P-521"));

  @TempDir Path folder;

  static List<Arguments> cells() {
    List<Arguments> cells = new ArrayList<>();
    for (Jdk jdk : Jdk.matrix()) {
      for (Case each : CASES) {
        cells.add(Arguments.of(jdk, each));
      }
    }
    return cells;
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cells")
  void aClientOffersTheProfileAloneAndEndsWhereThePeerWantsMore(Jdk jdk, Case each)
      throws Exception {
    try (OpensslServer tracing = OpensslServer.with("-trace");
        OpensslServer good = OpensslServer.with("-groups", each.good);
        OpensslServer bad = OpensslServer.with("-groups", each.bad)) {
      Outcome plain = client(jdk, null, tracing, good, bad);
      Outcome audit = client(jdk, policy(each, "audit"), tracing, good, bad);
      Outcome enforce = client(jdk, policy(each, "enforce"), tracing, good, bad);

      assertThat(audit.out()).isEqualTo(plain.out());
      assertThat(enforce.lineFor(good.target())).describedAs("%s", enforce).contains(" ok ");
      assertThat(enforce.lineFor(bad.target())).describedAs("%s", enforce).contains(" failed ");
      if (plain.lineFor(bad.target()).contains(" ok ")) {
        assertThat(enforce.lineFor(bad.target()))
            .contains("SSLHandshakeException: ")
            .contains("stockade: blocked TLS to ")
            .contains("tls.group");
        assertThat(text(enforce.records("tls.blocked").get(0), "policy.profile"))
            .isEqualTo(each.profile);
      }
      List<Hello> hellos = Hello.in(tracing.printed());
      assertThat(hellos).hasSize(3);
      assertThat(hellos.get(1)).isEqualTo(hellos.get(0));
      assertNarrowed(hellos.get(0), hellos.get(2), Profiles.named(each.profile));
    }
  }

  private static void assertNarrowed(Hello plain, Hello enforced, Profile profile) {
    Set<String> suites = profile.suites();
    assertThat(enforced.suites())
        .containsExactlyElementsOf(
            plain.suites().stream()
                .filter(suite -> suites.contains(suite) || suite.endsWith("_SCSV"))
                .toList());
    List<Integer> allowed =
        GROUPS.entrySet().stream()
            .filter(group -> profile.groups().contains(group.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    assertThat(plain.groups()).isNotEmpty();
    assertThat(enforced.groups())
        .isNotEmpty()
        .containsExactlyElementsOf(plain.groups().stream().filter(allowed::contains).toList());
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cells")
  void aServerAcceptsTheGroupsOfTheProfileAlone(Jdk jdk, Case each) throws Exception {
    ChildJvm server =
        ChildJvm.on(jdk)
            .with("-Dapp.keystore=" + Keys.keyStore(), "-Dapp.password=" + Keys.PASSWORD)
            .agent(Launch.JAVAAGENT, "policy=" + policy(each, "enforce"))
            .start("SocketServer");
    int port = server.ready();
    for (String version : List.of("-tls1_2", "-tls1_3")) {
      assertThat(connect(port, version, each.good)).contains("hello ");
      assertThat(connect(port, version, each.bad)).doesNotContain("hello ");
      assertThat(connect(port, version, each.bad + ":" + each.good)).contains("hello ");
    }
    Outcome outcome = server.end().assertHostLived();

    assertThat(outcome.records("tls.handshake"))
        .describedAs("%s", outcome)
        .isNotEmpty()
        .allMatch(record -> Profiles.named(each.profile).groups().contains(group(record)));
  }

  /** The JDK takes names of groups in any case, and keeps them so. */
  @Test
  void aGroupIsTakenOutHoweverTheProgramWroteIt() throws Exception {
    try (OpensslServer peer = OpensslServer.with("-tls1_3")) {
      Outcome client =
          ChildJvm.on(Jdk.of(25))
              .with("-Dapp.groups=X25519,secp256r1")
              .agent(Launch.JAVAAGENT, "policy=" + policy(CASES.get(0), "enforce"))
              .start("SocketClient", peer.target())
              .outcome()
              .assertHostLived();

      assertThat(client.lineFor(peer.target())).describedAs("%s", client).contains(" ok ");
      assertThat(group(client.records("tls.handshake").get(0))).isEqualTo("secp256r1");
    }
  }

  static List<Jdk> olderWithTls13() {
    return Jdk.upTo(17).stream().filter(jdk -> jdk.feature() >= 11).toList();
  }

  /** JDK 11 to 19 ask their constraints for a group and for a signature's curve alike. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("olderWithTls13")
  void aCurveThatIsNoGroupOfTheProfileSignsNevertheless(Jdk jdk) throws Exception {
    Path policy = policy(CASES.get(2), "enforce");
    ChildJvm server =
        ChildJvm.on(jdk)
            .with("-Dapp.keystore=" + IssuedKeys.GOOD.keyStore(), "-Dapp.password=" + Keys.PASSWORD)
            .agent(Launch.JAVAAGENT, "policy=" + policy)
            .start("SocketServer");
    int port = server.ready();
    try (OpensslServer peer =
        OpensslServer.of(
            IssuedKeys.GOOD.certificate(), IssuedKeys.GOOD.key(), "-tls1_3", "-groups", "P-384")) {
      Outcome client =
          ChildJvm.on(jdk)
              .with("-Djavax.net.ssl.trustStore=" + IssuedKeys.trustStore())
              .agent(Launch.JAVAAGENT, "policy=" + policy)
              .start("SocketClient", peer.target())
              .outcome()
              .assertHostLived();

      assertThat(client.lineFor(peer.target())).describedAs("%s", client).contains(" ok ");
    }
    assertThat(OpensslClient.connect(port, List.of("-tls1_3", "-groups", "P-384")))
        .contains("hello ");
    server.end().assertHostLived();
  }

  /** Without DHE, which TLS 1.2 would fall back to where there is no group in common. */
  private static String connect(int port, String version, String groups) throws Exception {
    return OpensslClient.connect(
        port, List.of(version, "-groups", groups, "-cipher", "ECDHE:@SECLEVEL=0"));
  }

  private static String group(JsonObject record) {
    return String.valueOf(text(record, "tls.group"));
  }

  private static Outcome client(Jdk jdk, Path policy, OpensslServer... servers) throws Exception {
    ChildJvm child = ChildJvm.on(jdk);
    if (policy != null) {
      child.agent(Launch.JAVAAGENT, "policy=" + policy);
    }
    List<String> targets = new ArrayList<>();
    for (OpensslServer server : servers) {
      targets.add(server.target());
    }
    return child.start("SocketClient", targets.toArray(new String[0])).outcome().assertHostLived();
  }

  private Path policy(Case each, String mode) throws Exception {
    return Files.writeString(
        folder.resolve(mode + ".yaml"),
        RULES.replace("mode: enforce", "mode: " + mode) + each.profile + "\n");
  }
}
