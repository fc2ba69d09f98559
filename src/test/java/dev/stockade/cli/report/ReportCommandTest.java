package dev.stockade.cli.report;

import static dev.stockade.cli.report.Journal.PASS;
import static dev.stockade.cli.report.Journal.WEAK;
import static dev.stockade.cli.report.Journal.readiness;
import static dev.stockade.cli.report.Journal.reasons;
import static dev.stockade.cli.report.Journal.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.cli.Cli;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code report}. */
class ReportCommandTest {
  private static final int EIGHT_DAYS = 8 * 24;
  private static final String FAILED =
      "\"verdict\":\"note\",\"action\":\"failed\",\"reason\":\"reset\",\"direction\":\"out\","
          + "\"peer\":{\"host\":\"h\",\"port\":1},";

  @TempDir private Path folder;

  @Test
  void whatPassesForAWeekIsReady() throws IOException {
    Path file = good().write(folder);

    assertThat(readiness(report(file))).isEqualTo("ready");
    assertThat(reasons(report(file))).isEmpty();
    assertThat(Cli.run("report", file).lines().get(2))
        .isEqualTo("READY: Nothing that was seen would break, and enough was seen.");
  }

  @Test
  void oneWouldBlockIsEnoughToBeNotReady() throws IOException {
    Path file = good().handshake("db.internal", WEAK, "TLSv1.1", 3, 5).write(folder);

    assertThat(readiness(report(file))).isEqualTo("not ready");
    assertThat(reasons(report(file)))
        .containsExactly(
            "3 handshakes or requests at 1 destination would be refused (tls.min-version)");
    assertThat(Cli.run("report", file).lines())
        .contains("  db.internal:443 tls.min-version violation would-block 3 orders")
        .anyMatch(line -> line.contains("called in   com.acme.Dao.load"))
        .anyMatch(line -> line.contains("-Djdk.tls.client.protocols=TLSv1.3,TLSv1.2"));
  }

  @Test
  void aDayIsNotEnough() throws IOException {
    Path file =
        new Journal()
            .handshake("api.internal", PASS, "TLSv1.3", 2000, 0)
            .handshake("api.internal", PASS, "TLSv1.3", 1, 24)
            .write(folder);

    assertThat(readiness(report(file))).isEqualTo("not enough seen");
    assertThat(reasons(report(file))).containsExactly("1.0 of the 7.0 days that are needed");
    assertThat(readiness(report("--need-days", "1", file))).isEqualTo("ready");
    assertThat(readiness(report("--need-days", "1", "--need-handshakes", "5000", file)))
        .isEqualTo("not enough seen");
  }

  @Test
  void aWrongClockIsNoYearOfRecords() throws IOException {
    Path file =
        new Journal()
            .handshake("api.internal", PASS, "TLSv1.3", 2000, 0)
            .handshake("api.internal", PASS, "TLSv1.3", 1, -24 * 365 * 30)
            .write(folder);

    assertThat(reasons(report(file))).containsExactly("2.0 of the 7.0 days that are needed");
  }

  @Test
  void aContextOfTheCrtIsNoHandshake() throws IOException {
    String context =
        "\"direction\":\"out\",\"tls\":{\"provider\":\"aws-crt\",\"engine\":\"TlsContext\"},";
    Path file =
        new Journal()
            .handshake("api.internal", PASS, "TLSv1.3", 1, 0)
            .record("tls.handshake", 1, PASS + "\"count\":2000," + context)
            .of("idle")
            .record("tls.handshake", EIGHT_DAYS, PASS + context)
            .write(folder);

    JsonObject report = report("--need-days", "0", file);
    assertThat(reasons(report))
        .containsExactly(
            "1 handshake or request of the 1000 that are needed",
            "1 of 2 processes have seen a handshake or a request, 80 % are needed");
    assertThat(report.getAsJsonObject("seen").get("handshakes").getAsInt()).isOne();
    assertThat(report.getAsJsonObject("outcome").get("passed").getAsInt()).isOne();
    assertThat(reasons(report("--profile", "aws-outposts", "--need-days", "0", file)))
        .hasSize(2)
        .isEqualTo(reasons(report));
    assertThat(Cli.run("whatif", "--profiles", "all", file).out())
        .contains("seen: 1 handshake of")
        .doesNotContain("say too little");
  }

  @Test
  void aContextThatIsRefusedWouldBreak() throws IOException {
    String context =
        "\"direction\":\"out\",\"tls\":{\"provider\":\"aws-crt\",\"engine\":\"TlsContext\"},";
    Path file = good().record("tls.handshake", 1, WEAK + context).write(folder);

    assertThat(readiness(report(file))).isEqualTo("not ready");
    assertThat(report(file).getAsJsonArray("breaks")).hasSize(1);
  }

  /** Each with the words of its reason. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "tls.failed|\"verdict\":\"warn\",\"action\":\"failed-after-narrowing\",\"direction\":\"out\","
            + "\"peer\":{\"host\":\"h\",\"port\":1},|not ready|failed after the weak part",
        "tamper|\"verdict\":\"warn\",\"rules\":[\"tamper.hook\"],\"reason\":\"gone\",|not ready"
            + "|the protection was weakened 1 time while it ran (tamper.hook)",
        "canary.change|\"verdict\":\"warn\",\"reason\":\"back\",|not ready|took a rule back 1 time",
        "dropped|\"reason\":\"the ring was full\",\"count\":7,|not enough seen|7 records were lost",
        "lifecycle|\"verdict\":\"warn\",\"reason\":\"hooks are off\",|not enough seen|hooks are off",
        "lifecycle|\"reason\":\"stopped\",\"counts\":{\"errors\":2},|not enough seen"
            + "|2 internal errors",
        "lifecycle|\"reason\":\"stopped\",\"counts\":{\"dropped\":70},|not enough seen"
            + "|70 records were lost",
        "aws.unseen|\"http\":{\"client\":\"curl\"},|not enough seen"
            + "|1 answer came to requests that no watched client sent",
      })
  void eachDoubtIsAReason(String text) throws IOException {
    String[] parts = text.split("\\|", -1);
    Path file = good().record(parts[0], 7, parts[1]).write(folder);

    assertThat(readiness(report(file))).isEqualTo(parts[2]);
    assertThat(reasons(report(file))).hasSize(1).first().asString().contains(parts[3]);
  }

  @Test
  void whatFailedShowsNothing() throws IOException {
    Journal journal = new Journal().record("tls.failed", 0, FAILED + "\"count\":1993,");
    for (int hours = 24; hours <= EIGHT_DAYS; hours += 24) {
      journal.record("tls.failed", hours, FAILED);
    }
    Path file = journal.write(folder);

    assertThat(readiness(report(file))).isEqualTo("not enough seen");
    assertThat(reasons(report(file)))
        .containsExactly(
            "0 handshakes and requests of the 1000 that are needed, without 2001 that failed or of"
                + " which the verdict is not known");
  }

  @Test
  void aJournalIsNotOverwritten() throws IOException {
    Path file = good().write(folder);
    String before = Files.readString(file);

    Cli report = Cli.run("report", "--to", file, file);
    assertThat(report.exitCode()).isEqualTo(2);
    assertThat(report.err()).contains("is one of the journals, and would be overwritten");
    assertThat(Cli.run("check", "--to", file, folder).exitCode()).isEqualTo(2);
    assertThat(Cli.run("check", "--write-baseline", file, folder).exitCode()).isEqualTo(2);
    assertThat(Cli.run("cbom", "--to", file, folder).exitCode()).isEqualTo(2);
    assertThat(Files.readString(file)).isEqualTo(before);
  }

  @Test
  void whatEndedEarlyUnderAnotherProfileCannotBeJudged() throws IOException {
    String ended = WEAK.replace("would-block", "blocked") + "\"direction\":\"out\",";
    Path file =
        good()
            .record("tls.failed", 5, ended + "\"peer\":{\"host\":\"h\",\"port\":1},")
            .write(folder);

    assertThat(readiness(report("--profile", "aws-outposts", file))).isEqualTo("not ready");
    assertThat(readiness(report("--profile", "mozilla-intermediate-6.0", file)))
        .isEqualTo("not enough seen");
  }

  @Test
  void processesThatSawNothingAreToBeFew() throws IOException {
    Journal journal = good();
    journal.of("idle").record("lifecycle", 0, "\"reason\":\"started\",");
    Path file = journal.write(folder);

    assertThat(reasons(report(file)))
        .containsExactly("1 of 2 processes have seen a handshake or a request, 80 % are needed");
    assertThat(readiness(report("--need-sources", "50", file))).isEqualTo("ready");
    assertThat(readiness(report("--service", "orders", file))).isEqualTo("ready");
  }

  @Test
  void whatCannotBeReadIsCountedAndNamed() throws IOException {
    Path file = good().line("{\"time\":\"2026").line("\u0000\u0000").write(folder);
    Path torn = folder.resolve("k.ndjson.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(torn))) {
      out.write(Files.readAllBytes(file));
    }
    byte[] bytes = Files.readAllBytes(torn);
    Files.write(torn, Arrays.copyOf(bytes, bytes.length - 20));

    JsonObject report = report(folder);

    assertThat(readiness(report)).isEqualTo("not enough seen");
    assertThat(report.getAsJsonObject("input").get("unreadLines").getAsInt()).isGreaterThan(1);
    assertThat(report.getAsJsonObject("input").get("unreadFiles").getAsInt()).isEqualTo(1);
    assertThat(Cli.run("report", folder).out())
        .contains("j.ndjson:11: not a whole record, skipped: not one JSON object")
        .contains("k.ndjson.gz:")
        .contains("cannot be read any further")
        .doesNotContain("\tat ");
  }

  @Test
  void whatIsNeededIsANumber() throws IOException {
    Path file = good().write(folder);

    for (String need :
        List.of(
            "--need-days=NaN",
            "--need-days=-1",
            "--need-handshakes=-1",
            "--need-sources=900",
            "--need-sources=-1")) {
      assertThat(Cli.run("report", need, file).exitCode()).as(need).isEqualTo(2);
    }
  }

  @Test
  void aLongServiceIsCut() throws IOException {
    String name = String.join("", Collections.nCopies(5000, "x"));
    Path file = new Journal().of(name).handshake("a", PASS, "TLSv1.3", 1, 0).write(folder);

    assertThat(Cli.run("cbom", file).out())
        .contains(name.substring(0, 299))
        .doesNotContain(name.substring(0, 300));
    assertThat(report(file).getAsJsonObject("outcomeByService").keySet())
        .containsExactly(name.substring(0, 299) + "\u2026");
  }

  @Test
  void timesChoose() throws IOException {
    Path file = good().handshake("db.internal", WEAK, "TLSv1.1", 3, 5).write(folder);

    assertThat(readiness(report("--until", "2026-11-20T12:00:00Z", file)))
        .isEqualTo("not enough seen");
    assertThat(report("--since", "2026-11-21", file).getAsJsonArray("breaks")).isEmpty();
    assertThat(Cli.run("report", "--since", "yesterday", file).err())
        .contains("'yesterday' is neither a day (2026-11-23), nor a time");
  }

  @Test
  void aPolicyJudgesAnewAndItsExceptionsHaveOwners() throws IOException {
    Path file = good().handshake("db.internal", WEAK, "TLSv1.1", 3, 5).write(folder);
    Path policy =
        Files.writeString(
            folder.resolve("p.yaml"),
            """
            mode: enforce
            exceptions:
              - id: old-db
                match: {host: db.internal}
                allow: {min-version: TLSv1.1}
                owner: payments
                reason: SEC-1
                expires: 2099-01-01
              - id: nobody
                match: {host: x.internal}
                allow: {min-version: TLSv1.1}
                owner: crm
                reason: SEC-2
                expires: 2099-01-01
            """);

    JsonObject report = report("--policy", policy, file);

    assertThat(readiness(report)).isEqualTo("ready");
    assertThat(report.getAsJsonObject("outcome").get("by exception").getAsInt()).isEqualTo(3);
    assertThat(Cli.run("report", "--policy", policy, file).out())
        .containsPattern("old-db +used +3 +payments")
        .containsPattern("nobody +unused +0 +crm");
    assertThat(readiness(report("--profile", "mozilla-modern-6.0", file))).isEqualTo("not ready");
    assertThat(Cli.run("report", "--profile", "modern", file).err())
        .contains("no profile is named modern");
  }

  @Test
  void aFileTakesWhatStandardOutputWould() throws IOException {
    Path file = good().write(folder);
    Path to = folder.resolve("report.md");

    Cli cli = Cli.run("report", "--format", "markdown", "--to", to, file);

    assertThat(cli.out()).isEmpty();
    assertThat(Files.readString(to)).startsWith("# May this be enforced?").contains("**ready**");
    assertThat(Cli.run("report", "--to", folder, file).exitCode()).isEqualTo(1);
  }

  @Test
  void textFromRecordsIsOnlyText() throws IOException {
    String hostile = "<img src=x>|`*_[x](y)\n\u001b[31m\u202e";
    Path file = new Journal().handshake(hostile, WEAK, "TLSv1.1", 1, 0).write(folder);

    String markdown = Cli.run("report", "--format", "markdown", file).out();
    String text = Cli.run("report", file).out();
    String html = Cli.run("report", "--format", "html", file).out();

    assertThat(markdown).contains("\\<img src=x\\>\\|\\`\\*\\_\\[x\\](y)").doesNotContain("\u001b");
    assertThat(text).doesNotContain("\u001b", "\u202e");
    assertThat(html)
        .doesNotContain("<img", "\u202e", "\u001b")
        .contains("&lt;img src=x&gt;|", "\\u202e");
  }

  @Test
  void noJournalAndEmptyOnesSayTooLittle() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.ndjson"));

    assertThat(readiness(report(empty))).isEqualTo("not enough seen");
    assertThat(Cli.run("report", folder.resolve("missing")).exitCode()).isEqualTo(2);
    assertThat(readiness(report("--allow-no-journal", folder.resolve("missing"))))
        .isEqualTo("not enough seen");
  }

  @Test
  void manyRowsAreFoldedAndSaid() throws IOException {
    Journal journal = new Journal();
    for (int i = 0; i < 30; i++) {
      journal.handshake("h" + i + ".internal", WEAK, "TLSv1.1", 1, 0);
    }
    Path file = journal.write(folder);

    assertThat(Cli.run("report", file).out()).contains("10 more findings are folded");
    assertThat(report(file).getAsJsonArray("breaks")).hasSize(30);
    List<String> all = Cli.run("report", "--all", file).lines();
    assertThat(all.stream().filter(line -> line.contains(".internal:443 tls.min"))).hasSize(30);
  }

  private static Journal good() {
    Journal journal =
        new Journal()
            .record("lifecycle", 0, "\"reason\":\"started\",\"runtime\":{\"java\":\"17\"},")
            .handshake("api.internal", PASS, "TLSv1.3", 1993, 0);
    for (int hours = 24; hours <= EIGHT_DAYS; hours += 24) {
      journal.handshake("api.internal", PASS, "TLSv1.3", 1, hours);
    }
    return journal;
  }
}
