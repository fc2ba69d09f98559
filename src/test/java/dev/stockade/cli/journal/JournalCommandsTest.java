package dev.stockade.cli.journal;

import static dev.stockade.cli.journal.SeenFacts.AUDIT;
import static dev.stockade.cli.journal.SeenFacts.GOOD;
import static dev.stockade.cli.journal.SeenFacts.STATIC_RSA;
import static dev.stockade.cli.journal.SeenFacts.aws;
import static dev.stockade.cli.journal.SeenFacts.count;
import static dev.stockade.cli.journal.SeenFacts.in;
import static dev.stockade.cli.journal.SeenFacts.journal;
import static dev.stockade.cli.journal.SeenFacts.json;
import static dev.stockade.cli.journal.SeenFacts.out;
import static dev.stockade.cli.journal.SeenFacts.write;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.cli.Cli;
import dev.stockade.cli.policy.RandomFacts;
import dev.stockade.policy.Decision;
import dev.stockade.policy.Policy;
import dev.stockade.policy.rule.Action;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.Mode;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code suggest-exceptions}, and what it shares with {@code whatif}. */
class JournalCommandsTest {
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
            "    allow: {min-version: \"TLSv1\"}",
            "    match: {host: \"rsa.internal\", port: 8443, direction: out, service: \"orders\"}",
            "    allow: {forward-secrecy: optional}",
            "    match: {cidr: \"10.0.0.7\", port: 1433, direction: out, service: \"orders\"}",
            "    allow: {suites: [\"TLS_ECDHE_RSA_WITH_RC4_128_SHA\"]}",
            "    match: {cidr: \"10.0.0.9\", direction: in, service: \"orders\"}",
            "    allow: {forward-secrecy: optional}",
            "    match: {host: \"sqs.eu-west-1.amazonaws.com\", direction: out,"
                + " service: \"orders\"}",
            "    allow: {rules: [\"aws.cleartext\"]}");
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
    Path file = journal(folder, out("old.internal", 443, "TLSv1.1", GOOD));
    Path to = Files.writeString(folder.resolve("mine.yaml"), "mine");

    Cli refused = Cli.run("suggest-exceptions", file, "--to", to);
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("--force overwrites it");
    assertThat(to).hasContent("mine");

    Path sameFile = Files.createLink(folder.resolve("same.yaml"), to);
    assertThat(Cli.run("suggest-exceptions", file, "--to", to, "--force").exitCode()).isZero();
    assertThat(Files.readString(to)).contains("owner: TODO");
    assertThat(sameFile).as("replaced, not written over").hasContent("mine");
  }

  @Test
  void aJournalIsOverwrittenByNoForce() throws IOException {
    Path file = journal(folder, out("old.internal", 443, "TLSv1.1", GOOD));
    String before = Files.readString(file);

    Cli refused = Cli.run("suggest-exceptions", file, "--to", file, "--force");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("is one of the journals, and would be overwritten");
    assertThat(file).hasContent(before);
  }

  @Test
  void withoutViolationsThereAreNoExceptions() throws IOException {
    Path file = journal(folder, out("good.internal", 443, "TLSv1.2", GOOD));
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
    Path policy = write(folder, "p.yaml", "mode: enforce\n");
    assertThat(Cli.run("whatif", "--policy", policy, file).out())
        .contains("as recorded 1 were blocked, 0 reported", "new policy 1 are blocked, 0 reported")
        .contains("unchanged            1", "note: 1 was refused before anything was agreed")
        .doesNotContain("not judged:");
  }

  @Test
  void whatAnotherRecordTellsIsNotCalledUncovered() throws IOException {
    Path file = folder.resolve("j.ndjson");
    Finding finding = Finding.of(Verdict.VIOLATION, Rule.TLS_MIN_VERSION, "the offer holds TLSv1");
    try (TestJournal journal = new TestJournal(file, AUDIT)) {
      journal.addRefusedOffer(
          out("old.internal", 443, null, null), Decision.of(Action.BLOCKED, finding));
      journal.add(out("old.internal", 443, "TLSv1.1", GOOD));
    }

    assertThat(Cli.run("suggest-exceptions", file).out())
        .contains("id: \"old-internal-443\"")
        .doesNotContain("not covered");
  }

  /** The service of the next release's jar has another name. */
  @Test
  void anExceptionOutlivesTheJarsVersion() throws IOException {
    Path file = journal(folder, out("old.internal", 443, "TLSv1.1", GOOD));
    for (String[] name :
        new String[][] {
          {"orders-1.4.2-SNAPSHOT.jar", "orders-*.jar"},
          {"orders-api-7.war", "orders-api-*.war"},
          {"orders.jar", "orders.jar"},
          {"com.acme.Orders-1", "com.acme.Orders-1"},
        }) {
      Path named = folder.resolve(name[0] + ".ndjson");
      Files.writeString(
          named,
          Files.readString(file)
              .replace("\"service\":\"orders\"", "\"service\":\"" + name[0] + "\""));

      assertThat(Cli.run("suggest-exceptions", named).out())
          .contains("service: \"" + name[1] + "\"");
    }
  }

  @Test
  void whatEnforceBlockedCountsAsBlocked() throws IOException {
    Path file = folder.resolve("j.ndjson");
    Policy enforce = new Policy.Builder().mode(Mode.ENFORCE).build();
    Finding finding =
        Finding.of(Verdict.VIOLATION, Rule.TLS_MIN_VERSION, "the peer shares nothing");
    try (TestJournal journal = new TestJournal(file, enforce)) {
      journal.addRefusedOffer(
          out("old.internal", 443, null, null), Decision.of(Action.BLOCKED, finding));
      journal.add(out("rsa.internal", 443, "TLSv1.2", STATIC_RSA));
    }
    Path audit = write(folder, "audit.yaml", "mode: audit\n");
    Path other = write(folder, "other.yaml", "mode: enforce\nprofile: mozilla-modern-6.0\n");
    Path same = write(folder, "same.yaml", "mode: enforce\n");

    assertThat(Cli.run("whatif", "--policy", same, file).out())
        .contains("as recorded 2 were blocked", "unchanged            2", "policy 2 are blocked");
    assertThat(Cli.run("whatif", "--policy", audit, file).lines())
        .contains("newly allowed        2", "        1  old.internal:443  tls.min-version");
    assertThat(Cli.run("whatif", "--policy", audit, "--against", same, file).lines())
        .contains("newly allowed        2");
    assertThat(Cli.run("whatif", "--policy", other, file).out())
        .contains("not judged:", "1  ended before anything was agreed");
  }

  @Test
  void rotatedPartsAreReadAndTornLinesCounted() throws IOException {
    Path file = journal(folder, out("old.internal", 443, "TLSv1.1", GOOD));
    Files.copy(file, folder.resolve("j.ndjson.1"));
    Files.copy(file, folder.resolve("j.ndjson.2"));
    Files.writeString(file, "{\"time\":\"2026-11-23T18:4\nnonsense\n", APPEND);
    Path policy = write(folder, "p.yaml", "mode: enforce\n");

    Cli cli = Cli.run("whatif", "--policy", policy, file, folder.resolve("j.ndjson.1"));

    assertThat(cli.lines()).contains("newly blocked        3");
    assertThat(cli.err())
        .isEqualToIgnoringNewLines(
            file.toRealPath()
                + ":4: not a whole record, skipped: not one JSON object; 1 more line was skipped"
                + " too");
  }

  @Test
  void whatIsNoJournalIsRefused() throws IOException {
    Path policy = write(folder, "p.yaml", "mode: enforce\n");

    Cli cli = Cli.run("whatif", "--policy", policy, policy);
    assertThat(cli.exitCode()).isEqualTo(2);
    assertThat(cli.err()).contains("not a journal");
    assertThat(Cli.run("suggest-exceptions", folder.resolve("none")).err())
        .contains("there is no such file");
    assertThat(Cli.run("whatif", "--policy", policy, folder).err()).contains("no journal is there");
  }

  @Test
  void namesFromTheNetworkDoNotReachTheTerminalOrBreakTheFile() throws IOException {
    Path file =
        journal(
            folder,
            out("*", 443, "TLSv1.1", GOOD),
            out("a\u001b[31m\"b", 443, "TLSv1.1", GOOD),
            out("it's \"quoted\": {yes}", 443, "TLSv1.1", GOOD));

    Cli cli = Cli.run("suggest-exceptions", file);

    assertThat(cli.lines().stream().filter(line -> line.contains("match:")))
        .containsExactly(
            "    match: {cidr: \"10.0.0.7\", port: 443, direction: out, service: \"orders\"}");
    Path policy = write(folder, "p.yaml", "mode: enforce\n");
    assertThat(Cli.run("whatif", "--policy", policy, file).out()).doesNotContain("\u001b");
  }
}
