package dev.stockade.cli.report;

import static dev.stockade.cli.report.Journal.PASS;
import static dev.stockade.cli.report.Journal.WEAK;
import static dev.stockade.cli.report.Journal.good;
import static dev.stockade.cli.report.Journal.readiness;
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

/** {@code report}. */
class ReportCommandTest {
  @TempDir private Path folder;

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
  void theClausesThatFindingsTouchAreNamedOnceARule() throws IOException {
    Journal journal = good().handshake("db.internal", WEAK, "TLSv1.1", 3, 5);
    Path file = journal.handshake("erp.internal", WEAK, "TLSv1.1", 3, 5).write(folder);
    String nist = "NIST SP 800-53 Rev. 5, SC-8, SC-8(1), SC-13; ";

    assertThat(Cli.run("report", file).lines())
        .filteredOn(line -> line.contains("tls.min-version aws-outposts " + nist))
        .hasSize(1);
    String pci = nist + "ISO/IEC 27001:2022, A.8.24; CIS Controls v8, 3.10; PCI DSS 4.0.1, 2.2.5";
    for (String format : new String[] {"html", "json", "markdown"}) {
      Cli cli =
          Cli.run(
              "report", "--format", format, "--profile", "pci-dss-4.0.1-interpretation-2026", file);
      assertThat(cli.out()).contains(pci);
    }
    assertThat(report(good().write(folder)).has("clauses")).isFalse();
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
}
