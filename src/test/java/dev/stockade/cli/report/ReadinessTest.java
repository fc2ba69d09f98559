package dev.stockade.cli.report;

import static dev.stockade.cli.report.Journal.EIGHT_DAYS;
import static dev.stockade.cli.report.Journal.PASS;
import static dev.stockade.cli.report.Journal.WEAK;
import static dev.stockade.cli.report.Journal.good;
import static dev.stockade.cli.report.Journal.readiness;
import static dev.stockade.cli.report.Journal.reasons;
import static dev.stockade.cli.report.Journal.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.stockade.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether {@code report} calls a policy ready to be enforced, and why not. */
class ReadinessTest {
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
        "tls.failed|\"verdict\":\"warn\",\"action\":\"failed-after-narrowing\",\"direction\":\"out\",\"peer\":{\"host\":\"h\",\"port\":1},|not"
            + " ready|failed after the weak part",
        "tamper|\"verdict\":\"warn\",\"rules\":[\"tamper.hook\"],\"reason\":\"gone\",|not ready"
            + "|the protection was weakened 1 time while it ran (tamper.hook)",
        "canary.change|\"verdict\":\"warn\",\"reason\":\"back\",|not ready|took a rule back 1 time",
        "dropped|\"reason\":\"the ring was full\",\"count\":7,|not enough seen|7 records were lost",
        "lifecycle|\"verdict\":\"warn\",\"reason\":\"hooks are off\",|not enough seen|hooks are"
            + " off",
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
  void noJournalAndEmptyOnesSayTooLittle() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.ndjson"));

    assertThat(readiness(report(empty))).isEqualTo("not enough seen");
    assertThat(Cli.run("report", folder.resolve("missing")).exitCode()).isEqualTo(2);
    assertThat(readiness(report("--allow-no-journal", folder.resolve("missing"))))
        .isEqualTo("not enough seen");
  }
}
