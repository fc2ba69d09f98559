package dev.stockade.cli.journal;

import static dev.stockade.cli.journal.SeenFacts.AUDIT;
import static dev.stockade.cli.journal.SeenFacts.GOOD;
import static dev.stockade.cli.journal.SeenFacts.STATIC_RSA;
import static dev.stockade.cli.journal.SeenFacts.aws;
import static dev.stockade.cli.journal.SeenFacts.in;
import static dev.stockade.cli.journal.SeenFacts.json;
import static dev.stockade.cli.journal.SeenFacts.out;
import static dev.stockade.cli.journal.SeenFacts.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.stockade.base.Digest;
import dev.stockade.cli.Cli;
import dev.stockade.journal.format.SampleRecords;
import dev.stockade.policy.rule.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code export}. */
class ExportCommandTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"ocsf", "ecs", "emf", "otlp"})
  void eachRecordIsOneLine(String format) throws IOException {
    Path file = samples();

    Cli cli = Cli.run("export", "--format", format, file);

    assertThat(cli.exitCode()).describedAs("%s", cli).isZero();
    assertThat(cli.err()).isEmpty();
    assertThat(cli.lines()).hasSameSizeAs(Files.readAllLines(file));
    assertThat(cli.lines()).allMatch(line -> JsonParser.parseString(line).isJsonObject());
    assertThat(Cli.run("export", "--format", format, file).out()).isEqualTo(cli.out());
  }

  @Test
  void anEventIsNamedByTheHashOfItsLine() throws IOException {
    Path file = journal("ndjson");
    String first = Files.readAllLines(file).get(0);
    String id = Digest.hex(Digest.sha256().digest(first.getBytes(StandardCharsets.UTF_8)));

    JsonObject ocsf = object(Cli.run("export", "--format", "ocsf", file));
    JsonObject ecs = object(Cli.run("export", "--format", "ecs", file));

    assertThat(ocsf.getAsJsonObject("metadata").get("uid").getAsString()).isEqualTo(id);
    assertThat(ecs.getAsJsonObject("event").get("id").getAsString()).isEqualTo(id);
  }

  /** Also where an agent wrote one form and somebody wants another. */
  @Test
  void theNameStaysOnTheWayThroughAnotherFormat() throws IOException {
    Path file = journal("ndjson");
    Path ocsf = folder.resolve("events.ndjson");
    Cli.run("export", "--format", "ocsf", "--to", ocsf, file);

    assertThat(objects(Cli.run("export", "--format", "ecs", ocsf)))
        .isEqualTo(objects(Cli.run("export", "--format", "ecs", file)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ocsf", "ecs", "emf"})
  void aJournalInAnotherFormatIsReplayedLikeItself(String format) throws IOException {
    Path own = journal("ndjson");
    Path other = journal(format);
    Path exported = folder.resolve("exported.ndjson");
    Cli.run("export", "--format", format, "--to", exported, own);
    Path policy = write(folder, "p.yaml", "mode: enforce\n");

    String expected = replayed(policy, own);

    assertThat(expected).contains("db.internal:443", "\"handshakes\":3");
    assertThat(replayed(policy, exported)).isEqualTo(expected);
    assertThat(replayed(policy, other)).isEqualTo(expected);
  }

  private static String replayed(Path policy, Path journal) {
    JsonObject result = json(Cli.run("whatif", "--policy", policy, journal, "-o", "json"));
    JsonObject seen = result.getAsJsonObject("seen");
    seen.remove("first");
    seen.remove("last");
    assertThat(seen.keySet()).isNotEmpty();
    return result.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ocsf", "ecs", "emf"})
  void itsChainIsFollowed(String format) throws IOException {
    Path file = folder.resolve("chained.ndjson");
    try (TestJournal journal = new TestJournal(file, AUDIT, true, 0, format)) {
      journal.add(out("db.internal", 443, "TLSv1.2", STATIC_RSA));
      journal.add(in("TLSv1.1", GOOD));
    }
    List<String> lines = Files.readAllLines(file);

    Cli whole = Cli.run("verify", file);
    assertThat(whole.exitCode()).describedAs("%s", whole).isZero();
    assertThat(whole.out()).contains("whole, " + lines.size() + " records");

    lines.remove(1);
    Cli broken = Cli.run("verify", Files.write(file, lines));
    assertThat(broken.exitCode()).isEqualTo(1);
  }

  @Test
  void otlpIsNotReadAgain() throws IOException {
    Path otlp = folder.resolve("otlp.ndjson");
    Cli.run("export", "--format", "otlp", "--to", otlp, journal("ndjson"));
    Path policy = write(folder, "p.yaml", "mode: enforce\n");

    Cli cli = Cli.run("whatif", "--policy", policy, otlp);

    assertThat(cli.exitCode()).isEqualTo(2);
    assertThat(cli.err()).contains("OTLP, which is not read again: export it from the journal");
  }

  @Test
  void flowLogsHaveConnectionsAloneAndTheRestIsTold() throws IOException {
    Cli cli = Cli.run("export", "--format", "flow-log", journal("ndjson"));

    assertThat(cli.lines().get(0))
        .isEqualTo(
            "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes"
                + " start end action log-status");
    assertThat(cli.lines().subList(1, cli.lines().size()))
        .anyMatch(line -> line.matches("2 - - - 10.0.0.7 - 443 - - - \\d{10} \\d{10} ACCEPT OK"))
        .anyMatch(line -> line.matches("2 - - 10.0.0.9 - 51234 8443 - - - \\d+ \\d+ ACCEPT OK"))
        .allMatch(line -> line.split(" ", -1).length == 14);
    assertThat(cli.err())
        .contains("left out, as flow-log has no place for them: aws.request 1, lifecycle 2");
  }

  @Test
  void extendedFlowLogsSayMoreAndHaveNoHeaderWhereNoneIsWanted() throws IOException {
    Path file =
        write(
            folder,
            "j.ndjson",
            """
            {"time":"2026-11-23T23:15:00.500Z","kind":"tls.blocked","verdict":"violation","action":"blocked",\
            "rules":["tls.min-version"],"direction":"out","peer":{"host":"a b\\n","ip":"10.0.4.17","port":1433},\
            "tls":{"engine":"SSLSocket"},"service":"my orders"}
            """);

    Cli cli =
        Cli.run(
            "export",
            "--format=flow-log-extended",
            "--no-header",
            "--account-id=123456789012",
            "--interface-id=eni-1",
            file);

    assertThat(cli.out())
        .isEqualTo(
            "2 123456789012 eni-1 - 10.0.4.17 - 1433 6 - - 1795475700 1795475700 REJECT OK egress"
                + " - - - violation blocked tls.min-version my_orders 1\n");
  }

  @Test
  void csvHasNoFormulaAndQuotesWhatItMust() throws IOException {
    Path file =
        write(
            folder,
            "j.ndjson",
            """
            {"time":"2026-11-23T23:15:00.500Z","kind":"tls.failed","verdict":"note","reason":"a \\"b\\", c",\
            "direction":"out","peer":{"host":"=cmd|'/c calc'!A1","sni":"a\\r\\n\\u001b\\u202eb"},"rules":["x","y"],"candidate":{"verdict":"pass"}}
            """);

    Cli cli = Cli.run("export", "--format", "csv", file);

    assertThat(cli.lines()).hasSize(2);
    assertThat(cli.lines().get(0))
        .startsWith("time,kind,seq,mode,verdict,action,rules,reason,exception,direction,host,ip,");
    assertThat(cli.lines().get(1))
        .startsWith(
            "2026-11-23T23:15:00.500Z,tls.failed,,,note,,x;y,\"a \"\"b\"\", c\",,out,"
                + "'=cmd|'/c calc'!A1,,,a\ufffd\ufffd\ufffd\ufffdb,");
    assertThat(cli.err()).contains("members left out, as csv has no place for them: candidate 1");
  }

  @Test
  void whatIsNoRecordIsNamedAndTheRestIsExported() throws IOException {
    Path file = journal("ndjson");
    String text = Files.readString(file);
    Files.writeString(
        file, "{\"time\":\"20\n" + text + "{\"kind\":\"tamper\",\"time\":\"soon\"}\n");

    Cli cli = Cli.run("export", "--format", "ecs", file);

    assertThat(cli.exitCode()).isZero();
    assertThat(cli.lines()).hasSize((int) text.lines().count());
    assertThat(cli.err())
        .contains(":1: not a whole record, skipped: not one JSON object; 1 more line was skipped");
  }

  @Test
  void aFileIsWholeOrNotThereAndNeverAJournal() throws IOException {
    Path file = journal("ndjson");
    String before = Files.readString(file);

    Cli refused = Cli.run("export", "--format", "csv", "--to", file, file);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("is one of the journals");
    assertThat(Files.readString(file)).isEqualTo(before);

    Path strange = write(folder, "strange.ndjson", "nothing\n");
    Path target = folder.resolve("out.csv");
    assertThat(Cli.run("export", "--format", "csv", "--to", target, strange).exitCode())
        .isEqualTo(2);
    assertThat(folder.toFile().list()).doesNotContain("out.csv", "out.csv.part");

    Cli cli = Cli.run("export", "--format", "csv", "--to", target, file, "-o", "json");
    assertThat(json(cli).get("lines").getAsInt()).isEqualTo((int) before.lines().count());
    assertThat(Files.readAllLines(target)).hasSize((int) before.lines().count() + 1);
  }

  @Test
  void wrongWordsAreSaid() throws IOException {
    Path file = journal("ndjson");

    assertThat(Cli.run("export", "--format", "xml", file).err())
        .startsWith(
            "--format must be one of ocsf, ecs, emf, otlp, flow-log, flow-log-extended, csv, not"
                + " xml");
    assertThat(Cli.run("export", "--format", "csv", file, "-o", "json").err())
        .startsWith("--output json needs --to FILE");
  }

  private Path samples() throws IOException {
    return Files.write(folder.resolve("samples.ndjson"), SampleRecords.lines());
  }

  /** As an agent writes it. */
  private Path journal(String format) {
    Path file = folder.resolve(format + ".ndjson");
    try (TestJournal journal = new TestJournal(file, AUDIT, false, 0, format)) {
      journal.add(out("db.internal", 443, "TLSv1.2", STATIC_RSA));
      journal.add(out("good.internal", 443, "TLSv1.3", "TLS_AES_128_GCM_SHA256"));
      journal.add(in("TLSv1.2", GOOD));
      journal.add(aws("sqs.eu-west-1.amazonaws.com", Rule.AWS_CLEARTEXT));
    }
    return file;
  }

  private static JsonObject object(Cli cli) {
    return objects(cli).get(0);
  }

  private static List<JsonObject> objects(Cli cli) {
    return cli.lines().stream()
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .toList();
  }
}
