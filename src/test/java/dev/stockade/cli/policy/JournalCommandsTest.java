package dev.stockade.cli.policy;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.stockade.policy.Action;
import dev.stockade.policy.AwsFacts;
import dev.stockade.policy.Decision;
import dev.stockade.policy.Direction;
import dev.stockade.policy.Finding;
import dev.stockade.policy.Mode;
import dev.stockade.policy.Observation;
import dev.stockade.policy.Policy;
import dev.stockade.policy.Rule;
import dev.stockade.policy.Signature;
import dev.stockade.policy.TlsFacts;
import dev.stockade.policy.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code suggest-exceptions} and {@code whatif}. */
class JournalCommandsTest {
  private static final String GOOD = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
  private static final String STATIC_RSA = "TLS_RSA_WITH_AES_128_GCM_SHA256";
  private static final String CBC = "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA";
  private static final Policy AUDIT = new Policy.Builder().build();

  @TempDir private Path folder;

  @Test
  void oneExceptionForEachDestinationAllowsWhatWasSeenAndNoMore() throws IOException {
    Path file = folder.resolve("j.ndjson");
    try (TestJournal journal = new TestJournal(file, AUDIT)) {
      journal.add(out("old.internal", 443, "TLSv1.1", GOOD));
      journal.add(out("old.internal", 443, "TLSv1", GOOD));
      journal.add(out("rsa.internal", 8443, "TLSv1.2", STATIC_RSA));
      journal.add(out("good.internal", 443, "TLSv1.3", "TLS_AES_128_GCM_SHA256"));
      journal.add(out(null, 1433, "TLSv1.2", "TLS_ECDHE_RSA_WITH_RC4_128_SHA"));
      journal.add(in("TLSv1.2", STATIC_RSA));
      journal.add(aws("sqs.eu-west-1.amazonaws.com", Rule.AWS_CLEARTEXT));
    }

    Cli cli = Cli.run("suggest-exceptions", file);

    assertThat(cli.exitCode()).isZero();
    assertThat(cli.lines().stream().filter(line -> line.matches(" +(match|allow):.*")))
        .containsExactlyInAnyOrder(
            "    match: {host: \"old.internal\", port: 443, direction: out, service: \"orders\"}",
            "    allow: {min-version: TLSv1}",
            "    match: {host: \"rsa.internal\", port: 8443, direction: out, service: \"orders\"}",
            "    allow: {forward-secrecy: optional}",
            "    match: {cidr: \"10.0.0.7\", port: 1433, direction: out, service: \"orders\"}",
            "    allow: {suites: [TLS_ECDHE_RSA_WITH_RC4_128_SHA]}",
            "    match: {cidr: \"10.0.0.9\", direction: in, service: \"orders\"}",
            "    allow: {forward-secrecy: optional}",
            "    match: {host: \"sqs.eu-west-1.amazonaws.com\", direction: out,"
                + " service: \"orders\"}",
            "    allow: {rules: [aws.cleartext]}");
    assertThat(cli.out())
        .contains("profile: \"aws-outposts\"\n", "  - id: \"old-internal-443\"\n")
        .containsPattern("reason: \"2 violations from 20.*Z to 20.*Z \\(TLSv1 TLS_ECDHE");
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void onlyTheOwnersAreMissingAndThenNoViolationIsLeft(long seed) throws IOException {
    Path file = folder.resolve("j.ndjson");
    RandomFacts random = new RandomFacts(seed);
    try (TestJournal journal = new TestJournal(file, AUDIT)) {
      for (int i = 0; i < 60; i++) {
        journal.add(random.tls());
        journal.add(random.aws());
      }
    }
    Path suggested = folder.resolve("s.yaml");
    assertThat(Cli.run("suggest-exceptions", file, "--to", suggested).exitCode()).isZero();

    Cli refused = Cli.run("policy", "lint", suggested);
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.lines().stream().filter(line -> line.contains(": error: ")))
        .isNotEmpty()
        .allMatch(line -> line.contains(".owner is still TODO"));

    String text = Files.readString(suggested);
    Files.writeString(suggested, text.replace("owner: TODO", "owner: team"));
    assertThat(Cli.run("policy", "lint", suggested).exitCode()).isZero();

    JsonObject result = json(Cli.run("whatif", "--policy", suggested, file, "-o", "json"));
    assertThat(result.get("blocked").getAsLong()).isZero();
    assertThat(result.get("reported").getAsLong()).isZero();
    assertThat(count(result, "no longer reported")).isPositive();
    assertThat(count(result, "unchanged")).isPositive();
    assertThat(result.getAsJsonObject("notJudged").size()).isZero();
  }

  @Test
  void aFileIsOverwrittenOnlyByForce() throws IOException {
    Path file = journal(out("old.internal", 443, "TLSv1.1", GOOD));
    Path to = Files.writeString(folder.resolve("mine.yaml"), "mine");

    Cli refused = Cli.run("suggest-exceptions", file, "--to", to);
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("--force overwrites it");
    assertThat(to).hasContent("mine");

    assertThat(Cli.run("suggest-exceptions", file, "--to", to, "--force").exitCode()).isZero();
    assertThat(Files.readString(to)).contains("owner: TODO");
  }

  @Test
  void withoutViolationsThereAreNoExceptions() throws IOException {
    Path file = journal(out("good.internal", 443, "TLSv1.2", GOOD));
    Path to = folder.resolve("none.yaml");

    assertThat(Cli.run("suggest-exceptions", file, "--to", to).lines())
        .containsExactly(to + ": 0 exceptions, without owners");
    assertThat(Cli.run("policy", "lint", to).exitCode()).isZero();
  }

  @Test
  void whatWasRefusedBeforeAnythingWasAgreedIsSaid() throws IOException {
    Path file = folder.resolve("j.ndjson");
    Finding finding = Finding.of(Verdict.VIOLATION, Rule.TLS_MIN_VERSION, "the offer holds TLSv1");
    try (TestJournal journal = new TestJournal(file, AUDIT)) {
      journal.addRefusedOffer(
          out("old.internal", 443, null, null), Decision.of(Action.BLOCKED, finding));
    }

    assertThat(Cli.run("suggest-exceptions", file).out())
        .contains(
            "# not covered: 1 time old.internal:443: refused before anything was agreed",
            "exceptions: []");
    Path policy = write("p.yaml", "mode: enforce\n");
    assertThat(Cli.run("whatif", "--policy", policy, file).out())
        .contains("not judged:", "1  ended before anything was agreed");
  }

  @Test
  void enforcingWhatWasReportedIsNewlyBlocked() throws IOException {
    Path file =
        journal(
            out("old.internal", 443, "TLSv1.1", GOOD),
            out("cbc.internal", 443, "TLSv1.2", CBC),
            out("good.internal", 443, "TLSv1.2", GOOD));
    Path policy = write("p.yaml", "mode: enforce\nrules: {tls.cipher-strength: off}\n");

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
  void anotherPolicyMayStandForWhatHappened() throws IOException {
    Path file = journal(out("old.internal", 443, "TLSv1.1", GOOD));
    Path strict = write("strict.yaml", "mode: enforce\n");
    Path lax = write("lax.yaml", "mode: enforce\nrules: {tls.min-version: off}\n");

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
  void foldsCountAsOftenAsTheyStandFor() throws IOException {
    TlsFacts twelve = out("good.internal", 443, "TLSv1.2", GOOD);
    Path file = journal(twelve, twelve, twelve, twelve);
    Path policy = write("p.yaml", "profile: mozilla-modern-6.0\nmode: enforce\n");

    Cli cli = Cli.run("whatif", "--policy", policy, file);

    assertThat(Files.readString(file)).contains("\"count\":3");
    assertThat(cli.lines().get(0) + cli.err()).isEqualTo("newly blocked        4");
  }

  @Test
  void whatTheRecordsCannotTellIsSaid() throws IOException {
    Path file = folder.resolve("j.ndjson");
    try (TestJournal journal = new TestJournal(file, AUDIT)) {
      journal.add(in("TLSv1.2", GOOD));
      journal.add(out("good.internal", 443, "TLSv1.2", GOOD));
      journal.add(aws("sqs.eu-west-1.amazonaws.com", Rule.AWS_CLEARTEXT));
    }
    String exception =
        "{id: a, match: {%s}, allow: {min-version: TLSv1.1}, owner: o, reason: r,"
            + " expires: 2990-01-01}";
    Path byPort = write("port.yaml", "exceptions: [" + exception.formatted("port: 8443") + "]");
    Path byCode = write("code.yaml", "exceptions: [" + exception.formatted("code: a.B") + "]");
    Path off = write("off.yaml", "rules: {aws.cleartext: off, tls.min-version: off}\n");
    Path canary = write("canary.yaml", "mode: canary\n");

    assertThat(Cli.run("whatif", "--policy", byPort, file).out())
        .contains("1  an exception asks for this process's own port")
        .contains("note: a rule for AWS requests that was off when they were recorded");
    assertThat(Cli.run("whatif", "--policy", byCode, file).out())
        .contains("2  an exception asks for the calling code");
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
            .stages(java.util.Map.of(Rule.AWS_UNSIGNED, dev.stockade.policy.Stage.OFF))
            .build();
    try (TestJournal journal = new TestJournal(file, off)) {
      journal.add(
          new AwsFacts.Builder()
              .endpoint("aws", "sqs", "eu-west-1")
              .http("apache4", "POST", "sqs.eu-west-1.amazonaws.com")
              .signature(Signature.MISSING)
              .observations(List.of(new Observation(Rule.AWS_UNSIGNED, "not signed")))
              .build());
    }
    assertThat(Files.readString(file)).doesNotContain("aws.unsigned");

    assertThat(Cli.run("whatif", "--policy", write("p.yaml", "mode: enforce\n"), file).out())
        .contains("newly blocked        1", "sqs.eu-west-1.amazonaws.com  aws.unsigned");
  }

  @Test
  void rotatedPartsAreReadAndTornLinesCounted() throws IOException {
    Path file = journal(out("old.internal", 443, "TLSv1.1", GOOD));
    Files.copy(file, folder.resolve("j.ndjson.1"));
    Files.copy(file, folder.resolve("j.ndjson.2"));
    Files.writeString(file, "{\"time\":\"2026-11-23T18:4\nnonsense\n", APPEND);
    Path policy = write("p.yaml", "mode: enforce\n");

    Cli cli = Cli.run("whatif", "--policy", policy, file, folder.resolve("j.ndjson.1"));

    assertThat(cli.lines()).first().isEqualTo("newly blocked        3");
    assertThat(cli.err())
        .isEqualTo("2 lines are not whole records and were skipped" + System.lineSeparator());
  }

  @Test
  void whatIsNoJournalIsRefused() throws IOException {
    Path policy = write("p.yaml", "mode: enforce\n");

    Cli cli = Cli.run("whatif", "--policy", policy, policy);
    assertThat(cli.exitCode()).isEqualTo(2);
    assertThat(cli.err()).contains("not a journal");
    assertThat(Cli.run("suggest-exceptions", folder.resolve("none")).err())
        .contains("there is no such file");
    assertThat(Cli.run("whatif", "--policy", policy, folder).err()).contains("not a file");
  }

  @Test
  void namesFromTheNetworkDoNotReachTheTerminalOrBreakTheFile() throws IOException {
    Path file =
        journal(
            out("*", 443, "TLSv1.1", GOOD),
            out("a\u001b[31m\"b", 443, "TLSv1.1", GOOD),
            out("it's \"quoted\": {yes}", 443, "TLSv1.1", GOOD));

    Cli cli = Cli.run("suggest-exceptions", file);

    assertThat(cli.lines().stream().filter(line -> line.contains("match:")))
        .containsExactly(
            "    match: {cidr: \"10.0.0.7\", port: 443, direction: out, service: \"orders\"}");
    Path policy = write("p.yaml", "mode: enforce\n");
    assertThat(Cli.run("whatif", "--policy", policy, file).out()).doesNotContain("\u001b");
  }

  private Path journal(TlsFacts... facts) {
    Path file = folder.resolve("j.ndjson");
    try (TestJournal journal = new TestJournal(file, AUDIT)) {
      for (TlsFacts one : facts) {
        journal.add(one);
      }
    }
    return file;
  }

  private static TlsFacts out(String host, int port, String version, String cipher) {
    return new TlsFacts.Builder(Direction.OUT)
        .peer(host, "10.0.0.7", port)
        .session(version, cipher, false)
        .build();
  }

  private static TlsFacts in(String version, String cipher) {
    return new TlsFacts.Builder(Direction.IN)
        .peer(null, "10.0.0.9", 51234)
        .localPort(8443)
        .session(version, cipher, false)
        .build();
  }

  private static AwsFacts aws(String host, Rule rule) {
    return new AwsFacts.Builder()
        .endpoint("aws", "sqs", "eu-west-1")
        .operation("SendMessage")
        .http("apache4", "POST", host)
        .signature(Signature.VALID)
        .observations(List.of(new Observation(rule, "said of " + rule.id())))
        .build();
  }

  private static JsonObject json(Cli cli) {
    return JsonParser.parseString(cli.out()).getAsJsonObject();
  }

  private static long count(JsonObject result, String change) {
    return result.getAsJsonObject(change).get("count").getAsLong();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
