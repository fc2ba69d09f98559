package dev.stockade.fleet.report;

import static dev.stockade.fleet.report.CoverageTest.rows;
import static dev.stockade.fleet.report.Records.PASS;
import static dev.stockade.fleet.report.Records.WEAK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.fleet.kit.CommandRun;
import dev.stockade.fleet.kit.FleetRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a fleet has. */
class FleetReportTest {
  @TempDir private Path folder;

  @Test
  void servicesThatAreNotReadyComeFirst() throws Exception {
    Records records = new Records().of("good", "h").week("a");
    records.of("new", "h").handshake("a", PASS, "TLSv1.3", 1, 0);
    records.of("bad", "h").week("a").handshake("old", WEAK, "TLSv1.1", 4, 30);
    CommandRun report = report(records, "--format", "text");

    assertThat(report.out())
        .contains("NOT READY", "Of 3 services: 1 ready, 1 not ready, 1 not enough seen.")
        .containsSubsequence("  bad ", "  new ", "  good ");
  }

  @Test
  void itComparesAndCountsAcrossServices() throws Exception {
    Records records = new Records();
    String candidate =
        PASS + "\"candidate\":{\"verdict\":\"violation\",\"action\":\"would-block\"},";
    for (int i = 0; i < 6; i++) {
      records.of("s-" + i, "h").handshake("shared.internal", candidate, "TLSv1.2", 10, i);
    }
    records.record(
        "canary.change",
        7,
        "\"verdict\":\"warn\",\"rules\":[\"tls.min-version\"],\"rule\":\"tls.min-version\","
            + "\"reason\":\"failed 3 times\",\"peer\":{\"host\":\"h3\",\"port\":443},");
    Path policy =
        Files.writeString(
            folder.resolve("p.yaml"),
            """
            mode: audit
            exceptions:
              - id: not-needed
                match: {host: erp.internal}
                allow: {min-version: TLSv1.1}
                owner: team-erp
                reason: is replaced
                expires: 2027-01-31
            """);
    Map<String, Object> report = report(records, "--policy", policy, "-o", "json").json();

    assertThat(rows(report, "sharedDestinations", "peerHost", "services", "connections"))
        .containsExactly("shared.internal 6 60");
    assertThat(rows(report, "candidates", "candidateVerdict", "n"))
        .hasSize(6)
        .contains("violation 10");
    assertThat(rows(report, "policies", "policyDigest", "services")).containsExactly("d-1 6");
    assertThat(rows(report, "canary", "service", "reason")).containsExactly("s-5 failed 3 times");
    assertThat(rows(report, "exceptions", "id", "owner", "used"))
        .containsExactly("not-needed team-erp 0");
    assertThat(rows(report, "trends", "day", "connections"))
        .containsExactly(records.day(0) + " 60");
  }

  @Test
  void anUnusualLakeIsTold() throws Exception {
    Path lake = JournalLake.of(folder.resolve("lake"), new Records().week("a").write(folder));
    assertThat(FleetRun.of("report", "--lake", folder).err()).contains("no lake");
    assertThat(FleetRun.of("report", "--lake", lake, "--service", "x'y").err())
        .contains("no record of the service x'y");
    assertThat(
            FleetRun.of("report", "--lake", lake, "--from", "2001-01-01", "--until", "2001-01-02")
                .err())
        .contains("no record from 2001-01-01 to 2001-01-02; there are days from ");
    assertThat(FleetRun.of("report", "--lake", lake, "--until", "tomorrow").err())
        .contains("--until must be a day such as 2026-11-23, not tomorrow");
    assertThat(FleetRun.of("report", "--lake", lake, "--to", lake.resolve("r.txt")).err())
        .contains("lies in the lake");
    assertThat(FleetRun.of("report", "--lake", lake, "--to", "2026-11-23").err())
        .contains("2026-11-23 would be the name of a file: the last day is told by --until");
    assertThat(FleetRun.of("report", "--lake", lake, "--memory", "much").exitCode()).isEqualTo(2);
  }

  @Test
  void aTornLineCountsAgainstTheServiceWhoseJournalItIsIn() throws Exception {
    Path torn = Files.createDirectory(folder.resolve("torn"));
    Path whole = Files.createDirectory(folder.resolve("whole"));
    Records records = new Records().of("crashed", "h").week("a");
    records.line("{\"time\":\"" + records.day(0) + "T10:00:00Z\",\"kin").write(torn);
    new Records().of("fine", "h").week("a").write(whole);
    Path lake = JournalLake.of(folder.resolve("lake"), torn);
    JournalLake.of(lake, whole);

    Map<String, Object> report = FleetRun.of("report", "--lake", lake, "-o", "json").json();
    assertThat(rows(report, "services", "service", "readiness", "why"))
        .containsExactly("crashed not enough seen 1 of 19 lines cannot be read", "fine ready null");
    assertThat(report.get("unread").toString()).contains("j.ndjson:10: not a whole record");
    assertThat(
            FleetRun.of("report", "--lake", lake, "--from", records.day(24), "--need-days", "5")
                .out())
        .contains("READY: Nothing that was seen would break, and enough was seen.");
  }

  @Test
  void theDaysAreThoseThatWereChosen() throws Exception {
    Records records = new Records().week("a").handshake("old", WEAK, "TLSv1.1", 4, 30);
    assertThat(report(records, "--from", records.day(48)).out()).contains("NOT ENOUGH SEEN");
  }

  @Test
  void aBaselineForgivesWhatItKnows() throws Exception {
    Records records = new Records().week("a").handshake("old", WEAK, "TLSv1.1", 4, 30);
    Path lake = JournalLake.of(folder.resolve("lake"), records.write(folder));
    Path known = folder.resolve("known.txt");

    assertThat(FleetRun.of("check", "--lake", lake).exitCode()).isEqualTo(1);
    assertThat(FleetRun.of("check", "--lake", lake, "--write-baseline", known).exitCode()).isZero();
    assertThat(FleetRun.of("check", "--lake", lake, "--baseline", known).exitCode()).isZero();
    for (String format : List.of("sarif", "junit", "github")) {
      assertThat(FleetRun.of("check", "--lake", lake, "--format", format).out())
          .contains("tls.min-version", "old:443");
    }
  }

  private CommandRun report(Records records, Object... words) throws Exception {
    Path lake = JournalLake.of(folder.resolve("lake"), records.write(folder));
    Object[] all = new Object[words.length + 3];
    all[0] = "report";
    all[1] = "--lake";
    all[2] = lake;
    System.arraycopy(words, 0, all, 3, words.length);
    CommandRun cli = FleetRun.of(all);
    assertThat(cli.err()).isEmpty();
    return cli;
  }
}
