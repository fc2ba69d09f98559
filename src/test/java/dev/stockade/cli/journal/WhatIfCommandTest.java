package dev.stockade.cli.journal;

import static dev.stockade.cli.journal.SeenFacts.AUDIT;
import static dev.stockade.cli.journal.SeenFacts.CBC;
import static dev.stockade.cli.journal.SeenFacts.GOOD;
import static dev.stockade.cli.journal.SeenFacts.aws;
import static dev.stockade.cli.journal.SeenFacts.count;
import static dev.stockade.cli.journal.SeenFacts.in;
import static dev.stockade.cli.journal.SeenFacts.journal;
import static dev.stockade.cli.journal.SeenFacts.json;
import static dev.stockade.cli.journal.SeenFacts.out;
import static dev.stockade.cli.journal.SeenFacts.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.cli.Cli;
import dev.stockade.policy.Policy;
import dev.stockade.policy.aws.AwsFacts;
import dev.stockade.policy.aws.SignatureStatus;
import dev.stockade.policy.rule.Direction;
import dev.stockade.policy.rule.Mode;
import dev.stockade.policy.rule.Observation;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.tls.CertificateChain;
import dev.stockade.policy.tls.CertificateFacts;
import dev.stockade.policy.tls.TlsFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code whatif}. */
class WhatIfCommandTest {
  @TempDir private Path folder;

  @Test
  void enforcingWhatWasReportedIsNewlyBlocked() throws IOException {
    Path file =
        journal(
            folder,
            out("old.internal", 443, "TLSv1.1", GOOD),
            out("cbc.internal", 443, "TLSv1.2", CBC),
            out("good.internal", 443, "TLSv1.2", GOOD));
    Path policy = write(folder, "p.yaml", "mode: enforce\nrules: {tls.cipher-strength: off}\n");

    Cli cli = Cli.run("whatif", "--policy", policy, file);

    assertThat(cli.exitCode()).isZero();
    assertThat(cli.lines())
        .contains(
            "newly blocked        1",
            "unchanged            2",
            "under the new policy 1 are blocked, 0 reported as violations",
            "        1  old.internal:443  tls.min-version",
            "  by rule: tls.min-version 1");
    assertThat(Cli.run("whatif", "--exit-code", "--policy", policy, file).exitCode()).isEqualTo(1);
  }

  @Test
  void groupsSchemesAndTheMasterSecretAreRecordedAndJudgedAnew() throws IOException {
    TlsFacts.Builder facts =
        new TlsFacts.Builder(Direction.OUT)
            .peer("old.internal", "10.0.0.7", 443)
            .session("TLSv1.2", GOOD, false)
            .keyExchange("x25519", 0)
            .agreed(null, null, false)
            .course("rsa_pkcs1_sha256", 0, true);
    Path file = journal(folder, facts.build());
    Path bsi =
        write(
            folder,
            "bsi.yaml",
            "mode: enforce\nprofile: bsi\nrules: {tls.group: enforce, tls.signature-scheme: audit}\n");
    Path fips =
        write(
            folder,
            "fips.yaml",
            "mode: enforce\nprofile: fips\nrules: {tls.extended-master-secret: enforce}\n");

    assertThat(Cli.run("whatif", "--policy", bsi, file).lines())
        .contains("        1  old.internal:443  tls.group tls.signature-scheme");
    assertThat(Cli.run("whatif", "--policy", fips, file).lines())
        .contains("        1  old.internal:443  tls.group tls.extended-master-secret");
  }

  /** Its record stands behind that of the handshake. */
  @Test
  void aWeakCertificateIsNewlyBlockedWhereItIsDescribed() throws IOException {
    CertificateFacts weak =
        new CertificateFacts.Builder("0123456789abcdef".repeat(4))
            .issued("CN=old", "CN=root", "1")
            .key("RSA", 1024, null)
            .signatureAlgorithm("SHA1withRSA")
            .build();
    TlsFacts facts =
        new TlsFacts.Builder(Direction.OUT)
            .peer("old.internal", "10.0.0.7", 443)
            .session("TLSv1.2", GOOD, false)
            .certificates(new CertificateChain(List.of(weak)), null)
            .build();
    Path file = journal(folder, facts);
    String rules = "rules: {tls.certificate.key-size: enforce, tls.certificate.signature: audit}\n";
    Path policy = write(folder, "p.yaml", "mode: enforce\n" + rules);

    assertThat(Cli.run("whatif", "--policy", policy, file).lines())
        .contains(
            "newly blocked        1",
            "        1  old.internal:443  tls.certificate.key-size tls.certificate.signature");

    List<String> lines = Files.readAllLines(file);
    lines.removeIf(line -> line.contains("tls.certificate\""));
    Path older = Files.write(folder.resolve("older.ndjson"), lines);
    assertThat(Cli.run("whatif", "--policy", policy, older).lines())
        .contains("newly blocked        0");
  }

  @Test
  void anotherPolicyMayStandForWhatHappened() throws IOException {
    Path file = journal(folder, out("old.internal", 443, "TLSv1.1", GOOD));
    Path strict = write(folder, "strict.yaml", "mode: enforce\n");
    Path lax = write(folder, "lax.yaml", "mode: enforce\nrules: {tls.min-version: off}\n");

    JsonObject result =
        json(Cli.run("whatif", "--policy", lax, "--against", strict, file, "-o", "json"));

    assertThat(count(result, "newly allowed")).isEqualTo(1);
    assertThat(
            result
                .getAsJsonObject("newly allowed")
                .getAsJsonObject("rules")
                .get("tls.min-version")
                .getAsInt())
        .isEqualTo(1);
  }

  @Test
  void whatFailedAfterNarrowingIsCountedAsThatAndNotAsAllowed() throws IOException {
    String start =
        "{\"time\":\"2026-11-29T03:04:43.894Z\",\"kind\":\"tls.failed\",\"seq\":2,\"mode\":\"enforce\","
            + "\"direction\":\"out\",\"peer\":{\"host\":\"db.internal\",\"port\":1433},";
    Path file =
        write(
            folder,
            "failed.ndjson",
            start
                + "\"verdict\":\"warn\",\"action\":\"failed-after-narrowing\",\"count\":3}\n"
                + start
                + "\"verdict\":\"note\",\"action\":\"failed\"}\n"
                + start
                + "\"verdict\":\"note\",\"action\":\"allowed\"}\n");
    Path policy = write(folder, "p.yaml", "mode: enforce\n");

    assertThat(Cli.run("whatif", "--policy", policy, file).lines())
        .anyMatch(line -> line.startsWith("        3  failed-after-narrowing: "))
        .anyMatch(line -> line.startsWith("        2  ended before anything was agreed"))
        .contains("unchanged            0");
  }

  @Test
  void foldsCountAsOftenAsTheyStandFor() throws IOException {
    TlsFacts twelve = out("good.internal", 443, "TLSv1.2", GOOD);
    Path file = journal(folder, twelve, twelve, twelve, twelve);
    Path policy = write(folder, "p.yaml", "profile: mozilla-modern-6.0\nmode: enforce\n");

    Cli cli = Cli.run("whatif", "--policy", policy, file);

    assertThat(Files.readString(file)).contains("\"count\":3");
    assertThat(cli.lines().get(1) + cli.err()).isEqualTo("newly blocked        4");
  }

  @Test
  void theOwnPortIsInTheRecord() throws IOException {
    Path file = journal(folder, in("TLSv1.1", GOOD));
    Path here = write(folder, "here.yaml", byPort(8443));
    Path there = write(folder, "there.yaml", byPort(9443));

    JsonObject ours = json(Cli.run("whatif", "--policy", here, file, "-o", "json"));
    JsonObject others = json(Cli.run("whatif", "--policy", there, file, "-o", "json"));

    assertThat(count(ours, "newly blocked")).isZero();
    assertThat(count(others, "newly blocked")).isEqualTo(1);
    assertThat(Cli.run("whatif", "--policy", here, file).out()).doesNotContain("own port");
  }

  private static String byPort(int port) {
    return "mode: enforce\nexceptions: [{id: a, match: {direction: in, port: "
        + port
        + "}, allow: {min-version: TLSv1.1, suites: [TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256]},"
        + " owner: o, reason: r, expires: 2990-01-01}]\n";
  }

  @Test
  void whatTheRecordsCannotTellIsSaid() throws IOException {
    Path file = folder.resolve("j.ndjson");
    try (TestJournal journal = new TestJournal(file, AUDIT)) {
      journal.add(in("TLSv1.2", GOOD));
      journal.add(
          new TlsFacts.Builder(Direction.IN)
              .peer("nobody-knows", null, 0)
              .session("TLSv1.2", GOOD, false)
              .build());
      journal.add(out("good.internal", 443, "TLSv1.2", GOOD));
      journal.add(aws("sqs.eu-west-1.amazonaws.com", Rule.AWS_CLEARTEXT));
    }
    String exception =
        "{id: a, match: {%s}, allow: {min-version: TLSv1.1}, owner: o, reason: r,"
            + " expires: 2990-01-01}";
    Path byPort =
        write(folder, "port.yaml", "exceptions: [" + exception.formatted("port: 8443") + "]");
    Path byCode =
        write(folder, "code.yaml", "exceptions: [" + exception.formatted("code: a.B") + "]");
    Path off = write(folder, "off.yaml", "rules: {aws.cleartext: off, tls.min-version: off}\n");
    Path canary = write(folder, "canary.yaml", "mode: canary\n");

    assertThat(Cli.run("whatif", "--policy", byPort, file).out())
        .contains("1  an exception asks for this process's own port")
        .contains("note: a rule for AWS requests that was off when they were recorded");
    assertThat(Cli.run("whatif", "--policy", byCode, file).out())
        .contains("3  an exception asks for the calling code");
    assertThat(Cli.run("whatif", "--policy", canary, "--against", off, file).out())
        .contains("note: off in the old policy, so not looked at in requests: aws.cleartext\n")
        .contains("note: rules in stage canary count as reported");
  }

  @Test
  void aSignatureTellsOfARuleThatWasOff() throws IOException {
    Path file = folder.resolve("j.ndjson");
    Policy off =
        new Policy.Builder()
            .mode(Mode.AUDIT)
            .stages(java.util.Map.of(Rule.AWS_UNSIGNED, dev.stockade.policy.rule.Stage.OFF))
            .build();
    try (TestJournal journal = new TestJournal(file, off)) {
      journal.add(
          new AwsFacts.Builder()
              .endpoint("aws", "sqs", "eu-west-1")
              .http("apache4", "POST", "sqs.eu-west-1.amazonaws.com")
              .signature(SignatureStatus.MISSING)
              .observations(List.of(new Observation(Rule.AWS_UNSIGNED, "not signed")))
              .build());
    }
    assertThat(Files.readString(file)).doesNotContain("aws.unsigned");

    assertThat(
            Cli.run("whatif", "--policy", write(folder, "p.yaml", "mode: enforce\n"), file).out())
        .contains("newly blocked        1", "sqs.eu-west-1.amazonaws.com  aws.unsigned");
  }
}
