package dev.stockade.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.stockade.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code policy lint}, {@code explain}, {@code test} and {@code diff}. */
class PolicyFileCommandsTest {
  private static final String POLICY =
      """
      mode: enforce
      rules:
        tls.dh-size: {stage: off}
      exceptions:
        - id: legacy-erp
          match: {host: "*.erp.internal", port: 8443, direction: out}
          allow: {min-version: TLSv1.1, suites: [TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA]}
          owner: payments-team
          reason: vendor appliance, SEC-1234
          expires: 2990-03-31
      """;

  @TempDir private Path folder;
  private Path policy;

  @BeforeEach
  void write() throws IOException {
    policy = write("policy.yaml", POLICY);
  }

  @Test
  void lintKnowsWhatAnEngineWouldIgnore() throws IOException {
    Path bad = write("bad.yaml", "mode: audit\njournal.keep: 0\n");

    Cli cli = Cli.run("policy", "lint", bad);

    assertThat(cli.exitCode()).isEqualTo(1);
    assertThat(cli.out())
        .isEqualTo(
            bad
                + ":2: error: journal.keep=0 is ignored: allowed is a whole number from 1 to"
                + " 1000\n");
  }

  @Test
  void lintIsSilentOnAGoodFile() throws IOException {
    Path good = write("good.yaml", "mode: audit\n");

    assertThat(Cli.run("policy", "lint", good)).isEqualTo(new Cli(0, "", ""));
  }

  @Test
  void warningsAreOnlyErrorsWhenStrict() {
    Cli lax = Cli.run("policy", "lint", policy);
    assertThat(lax.exitCode()).isZero();
    assertThat(lax.lines()).singleElement().asString().startsWith(policy + ":10: warning: ");

    assertThat(Cli.run("policy", "lint", "--strict", policy).exitCode()).isEqualTo(1);
  }

  @Test
  void lintTellsOfEveryFile() throws IOException {
    Path bad = write("bad.yaml", "mode: audit\nprofil: x\n");

    Cli cli = Cli.run("policy", "lint", policy, bad, "-o", "json");

    assertThat(cli.exitCode()).isEqualTo(1);
    JsonObject result = JsonParser.parseString(cli.out()).getAsJsonObject();
    assertThat(result.get("ok").getAsBoolean()).isFalse();
    JsonObject problem = result.getAsJsonArray("problems").get(1).getAsJsonObject();
    assertThat(problem.get("file").getAsString()).isEqualTo(bad.toString());
    assertThat(problem.get("line").getAsInt()).isEqualTo(2);
    assertThat(problem.get("level").getAsString()).isEqualTo("error");
    assertThat(Cli.run("policy", "lint", folder.resolve("none")).exitCode()).isEqualTo(2);
  }

  @Test
  void explainTellsOfTheMatchingException() {
    Cli cli = Cli.run("policy", "explain", policy, "a.erp.internal:8443");

    assertThat(cli.exitCode()).isZero();
    assertThat(cli.lines())
        .contains("a.erp.internal:8443 (out)", "  minimum      TLSv1.1")
        .anyMatch(line -> line.startsWith("  exception    legacy-erp: host *.erp.internal"))
        .anyMatch(line -> line.matches("  tls.min-version +enforce +enforced"))
        .anyMatch(line -> line.matches("  tls.dh-size +off +not looked at"));
  }

  @Test
  void explainTellsWhyANearMissDoesNotMatch() {
    Cli cli = Cli.run("policy", "explain", policy, "a.erp.internal:443");

    assertThat(cli.lines())
        .contains(
            "  minimum      TLSv1.2",
            "  exception    none matches",
            "  not for here legacy-erp: port is 8443 there, not 443");
  }

  @Test
  void explainWithoutAFileTellsWhatHoldsByDefault() {
    Cli cli = Cli.run("explain", "a.erp.internal:443", "-o", "json");

    JsonObject result = JsonParser.parseString(cli.out()).getAsJsonObject();
    assertThat(result.get("mode").getAsString()).isEqualTo("audit");
    assertThat(result.get("profile").getAsString()).isEqualTo("aws-outposts");
    assertThat(Cli.run("explain", "a.erp.internal:8443", "--policy", policy).out())
        .contains("exception    legacy-erp");
    assertThat(Cli.run("explain", "tls.min-version").lines()).first().isEqualTo("tls.min-version");
  }

  @Test
  void explainTellsWhetherAnInstanceIsInTheCanarysShare() throws IOException {
    Path all = write("all.yaml", "mode: canary\ncanary: {percent: 100}\n");
    Path none = write("none.yaml", "mode: canary\ncanary: {percent: 0}\n");

    assertThat(Cli.run("policy", "explain", all, "a:1", "--instance", "i").out())
        .contains("enforced: among 100% of destinations");
    assertThat(Cli.run("policy", "explain", none, "a:1", "--instance", "i").out())
        .contains("reported: not among 0% of destinations");
    assertThat(Cli.run("policy", "explain", all, "a:1").out())
        .contains("enforced for 100% of destinations; --instance NAME tells whether here")
        .doesNotContain("only reported");
  }

  @Test
  void placesThatAreNoneAreRefused() {
    assertThat(Cli.run("policy", "explain", policy, "host").err()).contains("not host:port");
    assertThat(Cli.run("policy", "explain", policy, "host:0").exitCode()).isEqualTo(2);
    assertThat(Cli.run("policy", "explain", policy, ":8443").err()).contains("--direction in");
    assertThat(Cli.run("policy", "explain", policy, ":8443", "--direction", "in").exitCode())
        .isZero();
    assertThat(Cli.run("policy", "explain", policy, "a:1", "--ip", "a/8").exitCode()).isEqualTo(2);
  }

  @Test
  void casesThatHoldAreOnlyCounted() throws IOException {
    Path cases =
        write(
            "cases.yaml",
            """
            - name: the appliance
              tls: {host: a.erp.internal, port: 8443, version: TLSv1.1,
                    cipher: TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA}
              expect: {verdict: note, action: allowed, exception: legacy-erp}
            - name: nobody else
              tls: {host: b.example.com, port: 8443, version: TLSv1.1}
              expect: {verdict: violation, action: blocked, rules: [tls.min-version]}
            - name: unsigned
              aws: {host: sqs.eu-west-1.amazonaws.com, service: sqs, signature: missing}
              expect: {action: blocked, rules: [aws.unsigned], exception: none}
            - name: unchecked
              tls: {host: b.example.com, acceptsAnyCertificate: true, acceptsAnyHostName: true}
              expect: {verdict: warn, action: allowed, rules: [tls.trust-all, tls.hostname]}
            - name: a certificate that ends
              date: 2027-01-15
              tls: {host: b.example.com, certificate: {subject: CN=b, notAfter: 2027-01-31}}
              expect: {verdict: warn, action: allowed, rules: [tls.certificate.expiry]}
            - name: our own, that does not end yet
              date: 2027-01-01
              tls: {direction: in, port: 443, certificate: {notAfter: 2027-01-31}}
              expect: {verdict: pass, rules: []}
            - name: a client's weak one
              tls: {direction: in, port: 443, certificate: {keyType: RSA, keyBits: 2048},
                    clientCertificate: {keyType: RSA, keyBits: 1024, signatureAlgorithm: SHA1withRSA}}
              expect: {rules: [tls.certificate.key-size, tls.certificate.signature]}
            """);

    Cli cli = Cli.run("policy", "test", policy, cases);

    assertThat(cli).isEqualTo(new Cli(0, "7 of 7 cases are as expected\n", ""));
  }

  @Test
  void aCaseThatDoesNotHoldIsToldWithBoth() throws IOException {
    Path cases =
        write(
            "cases.yaml",
            """
            - name: wrong
              tls: {host: b.example.com, port: 8443, version: TLSv1.1}
              expect: {verdict: pass, rules: []}
            """);

    Cli cli = Cli.run("policy", "test", policy, cases);

    assertThat(cli.exitCode()).isEqualTo(1);
    assertThat(cli.lines())
        .containsExactly(
            "failed: wrong",
            "  verdict: expected pass but was violation",
            "  rules: expected [] but was [tls.min-version]",
            "  because server chose TLSv1.1, profile aws-outposts needs TLSv1.2 or newer",
            "0 of 1 cases are as expected");
  }

  @Test
  void casesThatCannotBeReadAreWrongUsage() throws IOException {
    assertThat(test("- {").err()).contains(":1: not YAML");
    assertThat(test("x: y").err()).contains("must be a list of cases");
    assertThat(test("- {name: a, tls: {hots: b}, expect: {verdict: pass}}").err())
        .contains("case 1: unknown key 'hots' in case 1.tls; allowed are direction, host");
    assertThat(test("- {name: a, tls: {port: x}, expect: {verdict: pass}}").err())
        .contains("case 1.tls.port must be a whole number");
    assertThat(test("- {name: a, tls: {}, expect: {verdict: good}}").err())
        .contains("case 1.expect.verdict must be one of pass, note, warn, violation, not good");
    assertThat(test("- {name: a, tls: {}}").exitCode()).isEqualTo(2);
    assertThat(test("- {name: a, aws: {rules: [aws.x]}, expect: {verdict: pass}}").err())
        .contains("unknown rule 'aws.x'");
  }

  @Test
  void diffEndsWithOneOnlyWhenAskedTo() throws IOException {
    Path other = write("other.yaml", POLICY.replace("mode: enforce", "mode: audit"));

    Cli cli = Cli.run("policy", "diff", policy, other);
    assertThat(cli.exitCode()).isZero();
    assertThat(cli.lines()).first().isEqualTo("mode: enforce -> audit");
    assertThat(Cli.run("policy", "diff", "--exit-code", policy, other).exitCode()).isEqualTo(1);
    assertThat(Cli.run("policy", "diff", "--exit-code", policy, policy))
        .isEqualTo(new Cli(0, "", ""));
  }

  @Test
  void aFileWithAnErrorIsNotUsed() throws IOException {
    Path bad = write("bad.yaml", "mode: loud\n");

    Cli cli = Cli.run("policy", "explain", bad, "a:1");

    assertThat(cli.exitCode()).isEqualTo(2);
    assertThat(cli.err()).contains(bad + ":1: error: mode must be one of").contains("policy lint");
  }

  @Test
  void policyAloneSaysWhatItNeeds() {
    assertThat(Cli.run("policy").err()).contains("policy needs one of lint, explain, test, diff");
  }

  private Cli test(String cases) throws IOException {
    return Cli.run("policy", "test", policy, write("cases.yaml", cases));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
