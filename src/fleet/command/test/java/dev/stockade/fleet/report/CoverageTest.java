package dev.stockade.fleet.report;

import static dev.stockade.fleet.report.Records.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.fleet.kit.CommandRun;
import dev.stockade.fleet.kit.FleetRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Agents that should be there, and owners: {@code --expected}, {@code --owners}. */
class CoverageTest {
  @TempDir private static Path shared;
  private static Path any;

  @TempDir private Path folder;

  @BeforeAll
  static void anyLake() throws Exception {
    any = JournalLake.of(shared.resolve("lake"), new Records().week("a").write(shared));
  }

  @Test
  void eachExpectedAgentIsAccountedFor() throws Exception {
    Records records = new Records().of("orders", "host-1").week("a");
    records.of("orders", "host-2").week("a").handshake("a", PASS, "TLSv1.3", 1, 12 * 24);
    records.of("billing", "host-3").handshake("a", PASS, "TLSv1.3", 1, 0);
    records.of("stopped", "host-5").handshake("a", PASS, "TLSv1.3", 1, 0);
    records.record("lifecycle", 1, "\"reason\":\"stopped\",");
    Path lake = JournalLake.of(folder.resolve("lake"), records.write(folder));
    Path expected =
        Files.writeString(
            folder.resolve("expected.csv"),
            """
            # where an agent should be
            Service,instance,version
            orders,host-2,
            orders,,0.2.0
            billing,,
            "ca,rt",,
            ,host-9,
            """);

    Map<String, Object> report =
        FleetRun.of(
                "report",
                "--lake",
                lake,
                "--expected",
                expected,
                "--quiet",
                records.day(24),
                "-o",
                "json")
            .json();
    assertThat(rows(report, "coverage", "state", "service", "instance", "instances"))
        .containsExactly(
            "no agent ca,rt null 0",
            "no agent null host-9 0",
            "stopped reporting billing null 1",
            "old agent orders null 2",
            "reports orders host-2 1");
    assertThat(rows(report, "unexpected", "service", "instance")).containsExactly("stopped host-5");
    assertThat(rows(report, "silent", "service", "instance")).containsExactly("billing host-3");
    assertThat(FleetRun.of("report", "--lake", lake, "--expected", expected).out())
        .contains("Of 5 that are expected: no agent 2, ");
  }

  @Test
  void ownersAnswerForTheirServices() throws Exception {
    Records records = new Records().of("orders", "host-1").week("a");
    records.handshake("old", Records.WEAK, "TLSv1.1", 4, 30);
    Path lake = JournalLake.of(folder.resolve("lake"), records.write(folder));
    Path owners =
        Files.writeString(folder.resolve("o.csv"), "owner,service\r\nteam <b>,orders\r\n");

    Map<String, Object> report =
        FleetRun.of("report", "--lake", lake, "--owners", owners, "-o", "json").json();
    assertThat(rows(report, "services", "service", "owner", "refused"))
        .containsExactly("orders team <b> 4");
    assertThat(rows(report, "breaks", "destination", "owner")).containsExactly("old:443 team <b>");
    assertThat(rows(report, "owners", "owner", "wouldBlock")).containsExactly("team <b> 4");
  }

  /** A file's text and the words of its error. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--expected|host,port|:1: the first line names columns, each once, of: service, instance,"
            + " version; not 'host'",
        "--expected|service,service|:1: the first line names columns",
        "--expected|service\norders,2|:2: has 2 cells, the first line 1",
        "--expected|service,version\norders,new|:2: the version must be as 0.1.0 is, not new",
        "--expected|service,version\n,1.0|:2: names neither a service nor an instance",
        "--expected|service\n\"orders|:2: a quote is not closed",
        "--expected|service|: expects nothing",
        "--expected||: is empty; its first line names its columns",
        "--owners|service,owner\norders,|:2: needs a service and its owner",
        "--owners|service,owner\na,b\n\na,c|:4: the service a is in line 2 too",
      })
  void anErrorNamesItsLine(String text) throws Exception {
    String[] parts = text.split("\\|", -1);
    Path file = Files.writeString(folder.resolve("x.csv"), parts[1]);

    CommandRun report = FleetRun.of("report", "--lake", any, parts[0], file);
    assertThat(report.exitCode()).isEqualTo(2);
    assertThat(report.err()).contains("x.csv" + parts[2]).hasLineCount(1);
    assertThat(report.out()).isEmpty();
  }

  static List<String> rows(Map<String, Object> report, String table, String... columns) {
    return ((List<?>) report.get(table))
        .stream()
            .map(row -> (Map<?, ?>) row)
            .map(
                row ->
                    String.join(
                        " ", List.of(columns).stream().map(one -> "" + row.get(one)).toList()))
            .toList();
  }
}
