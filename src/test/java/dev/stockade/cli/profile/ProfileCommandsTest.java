package dev.stockade.cli.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.stockade.cli.Cli;
import dev.stockade.policy.tls.Profiles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code profile list}, {@code show} and {@code diff}, and {@code check} of the JDK. */
class ProfileCommandsTest {
  @TempDir private Path folder;

  @Test
  void allAreListedWithDateAndConfidence() {
    Cli cli = Cli.run("profile", "list");

    assertThat(cli.exitCode()).isZero();
    assertThat(cli.lines()).hasSameSizeAs(Profiles.names());
    assertThat(cli.out())
        .containsPattern(
            "(?m)^bsi-tr-02102-2-2026-01 +2026-01-27  secondary +BSI TR-02102-2 2026-01, all"
                + " recommended suites$");
    JsonObject first =
        JsonParser.parseString(Cli.run("profile", "list", "-o", "json").out())
            .getAsJsonObject()
            .getAsJsonArray("profiles")
            .get(0)
            .getAsJsonObject();
    assertThat(first.get("id").getAsString()).isEqualTo("aws-outposts");
    assertThat(first.get("digest").getAsString()).startsWith("sha256:");
  }

  @Test
  void oneIsShownByItsShortNameWithAllThatItSays() {
    Cli cli = Cli.run("profile", "show", "bsi");

    assertThat(cli.lines().get(0)).startsWith("bsi-tr-02102-2-2026-01-pfs: ");
    assertThat(cli.lines())
        .contains(
            "  short name   bsi",
            "  rests on     secondary",
            "  versions     TLSv1.2 (until 2031-12-31) and newer, TLSv1.3 recommended",
            "  DH           3000 bits or more",
            "  conditions   CBC only with encrypt-then-MAC; no renegotiation",
            "    TLS_DHE_RSA_WITH_AES_128_GCM_SHA256 (until 2029-12-31)");
    JsonObject json =
        JsonParser.parseString(Cli.run("profile", "show", "nist-sp800-52r2", "-o", "json").out())
            .getAsJsonObject();
    assertThat(json.get("extendedMasterSecret").getAsBoolean()).isTrue();
    assertThat(json.getAsJsonArray("suites")).hasSize(60);
    assertThat(Cli.run("profile", "show", "nist-sp800-52r2").out())
        .contains("TLS_ECDH_RSA_WITH_AES_128_GCM_SHA256, no forward secrecy");
  }

  @Test
  void oneThatDoesNotExistIsRefusedWithWhatWasMeant() {
    Cli cli = Cli.run("profile", "show", "nits");

    assertThat(cli.exitCode()).isEqualTo(2);
    assertThat(cli.err()).startsWith("unknown profile 'nits'; did you mean 'nist'?");
    assertThat(Cli.run("profile").exitCode()).isEqualTo(2);
    assertThat(Cli.run("profile", "check").err())
        .startsWith("profile check needs HOST:PORT, or --jdk");
    assertThat(Cli.run("profile", "check", "nowhere").err()).startsWith("not host:port: nowhere");
  }

  @Test
  void twoAreCompared() {
    Cli cli = Cli.run("profile", "diff", "cnsa-1.0-rfc9151", "cnsa");

    assertThat(cli.exitCode()).isZero();
    assertThat(cli.lines())
        .contains("suites: - TLS_RSA_WITH_AES_256_GCM_SHA384", "groups: - ffdhe3072");
    assertThat(Cli.run("profile", "diff", "--exit-code", "bsi", "bsi").exitCode()).isZero();
    assertThat(Cli.run("profile", "diff", "--exit-code", "bsi", "nist").exitCode()).isEqualTo(1);
  }

  @Test
  void thoseOfAPolicyFileAreThereToo() throws Exception {
    Path policy =
        Files.writeString(
            folder.resolve("p.yaml"),
            "profiles: [{id: acme-2026, extends: bsi, min-key-bits: 4096}]\n");

    assertThat(Cli.run("profile", "list", "--policy", policy).lines().get(0))
        .startsWith("acme-2026 ");
    assertThat(Cli.run("profile", "diff", "bsi", "acme-2026", "--policy", policy).lines())
        .containsExactly("min-key-bits: 3000 -> 4096");
    assertThat(Cli.run("profile", "show", "acme-2026", "--policy", policy).lines())
        .contains("acme-2026: own profile, extends bsi-tr-02102-2-2026-01-pfs");
  }

  @Test
  void thisJdksDefaultsAreJudged() {
    Cli cli = Cli.run("profile", "check", "--jdk", "-o", "json");

    assertThat(cli.exitCode()).describedAs(cli.err()).isZero();
    JsonObject client =
        JsonParser.parseString(cli.out()).getAsJsonObject().getAsJsonObject("client");
    assertThat(client.getAsJsonArray("versions").toString()).contains("TLSv1.3");
    assertThat(client.getAsJsonArray("groups").toString()).contains("secp256r1");
    assertThat(client.get("extendedMasterSecret").getAsBoolean()).isTrue();
    assertThat(client.get("encryptThenMac").getAsBoolean()).isFalse();
    assertThat(client.getAsJsonArray("profiles")).hasSameSizeAs(Profiles.names());
    Cli bsi = Cli.run("profile", "check", "--jdk", "--profile", "bsi", "--exit-code");
    assertThat(bsi.exitCode()).isEqualTo(1);
    assertThat(bsi.out())
        .contains("exceeds  bsi-tr-02102-2-2026-01-pfs")
        .contains("without encrypt-then-MAC")
        .contains("BSI TR-02102-2 2026-01, whole document");
  }
}
