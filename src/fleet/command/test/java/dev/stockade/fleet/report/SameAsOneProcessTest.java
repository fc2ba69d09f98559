package dev.stockade.fleet.report;

import static dev.stockade.fleet.report.Records.PASS;
import static dev.stockade.fleet.report.Records.WEAK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.fleet.kit.CommandRun;
import dev.stockade.fleet.kit.FleetRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of the same journal the reports of one process and of a fleet say the same. */
class SameAsOneProcessTest {
  private static final List<String> SAME =
      List.of(
          "decision",
          "seen",
          "outcome",
          "outcomeByService",
          "breaks",
          "findings",
          "calls",
          "answers",
          "unseenSenders",
          "versions",
          "suites",
          "groups",
          "certificates",
          "troubles",
          "lost");

  private static final String AWS =
      "\"verdict\":\"warn\",\"action\":\"allowed\",\"rules\":[\"aws.credentials.long-term\"],"
          + "\"rule\":\"aws.credentials.long-term\",\"reason\":\"a key that does not end\","
          + "\"aws\":{\"service\":\"s3\",\"region\":\"eu-west-1\",\"credential\":\"static\","
          + "\"accessKey\":\"\u2026ABCD\",\"signature\":\"valid\"},"
          + "\"http\":{\"client\":\"sdkv2\",\"host\":\"s3.eu-west-1.amazonaws.com\"},\"count\":3,";

  @TempDir private Path folder;

  @Test
  void everyNumberOfEveryAnswer() throws Exception {
    Path journal = journal().write(folder);
    Path lake = JournalLake.of(folder.resolve("lake"), journal);
    Map<String, Object> fleet = FleetRun.of("report", "--lake", lake, "-o", "json").json();
    Map<String, Object> core = FleetRun.core("report", journal, "-o", "json").json();

    for (String name : SAME) {
      assertThat(sorted(fleet.get(name))).describedAs(name).isEqualTo(sorted(core.get(name)));
    }
    assertThat(processes(fleet)).isEqualTo(processes(core));
    assertThat(core.keySet()).containsAll(SAME.subList(0, 7));
    assertThat(core.get("breaks").toString()).contains("old.internal:443", "tls.min-version");
  }

  @Test
  void everyService() throws Exception {
    Path journal = journal().write(folder);
    Path lake = JournalLake.of(folder.resolve("lake"), journal);
    Map<String, Object> fleet = FleetRun.of("report", "--lake", lake, "-o", "json").json();

    assertThat((List<?>) fleet.get("services")).hasSize(5);
    for (Object row : (List<?>) fleet.get("services")) {
      Map<?, ?> its = (Map<?, ?>) row;
      Object name = its.get("service");
      Map<?, ?> core = decision(FleetRun.core("report", "--service", name, journal, "-o", "json"));
      Map<?, ?> one =
          decision(FleetRun.of("report", "--lake", lake, "--service", name, "-o", "json"));
      assertThat(its.get("readiness")).describedAs("" + name).isEqualTo(core.get("readiness"));
      assertThat(one).describedAs("" + name).isEqualTo(core);
      for (Object reason : (List<?>) core.get("reasons")) {
        assertThat("" + its.get("why")).contains("" + ((Map<?, ?>) reason).get("reason"));
      }
    }
  }

  @Test
  void whatCannotBeReadCountsAgainstBoth() throws Exception {
    Path journal = new Records().week("a").line("{\"time\":\"2026-1").write(folder);
    Path lake = JournalLake.of(folder.resolve("lake"), journal);

    assertThat(decision(FleetRun.of("report", "--lake", lake, "-o", "json")))
        .isEqualTo(decision(FleetRun.core("report", journal, "-o", "json")))
        .asString()
        .contains("1 of 10 lines cannot be read");
  }

  @Test
  void theCheck() throws Exception {
    Path journal = journal().write(folder);
    Path lake = JournalLake.of(folder.resolve("lake"), journal);
    for (String what : List.of("would-block", "warn", "tamper.hook")) {
      CommandRun fleet = FleetRun.of("check", "--lake", lake, "--fail-on", what, "-o", "json");
      CommandRun core = FleetRun.core("check", "--fail-on", what, journal, "-o", "json");
      assertThat(fleet.exitCode()).isEqualTo(core.exitCode()).isEqualTo(1);
      assertThat(fleet.json().get("failing")).isEqualTo(core.json().get("failing"));
      assertThat(sorted(fleet.json().get("findings")))
          .isEqualTo(sorted(core.json().get("findings")));
    }
  }

  private static Records journal() {
    Records records = new Records().of("orders", "host-1").week("api.internal");
    records.record("lifecycle", 0, "\"reason\":\"started\",\"runtime\":{\"java\":\"17\"},");
    records.handshake("old.internal", WEAK, "TLSv1.1", 4, 30);
    records.of("orders", "host-2").handshake("OLD.internal", WEAK, "TLSv1.1", 3, 60);
    String inbound = WEAK + "\"direction\":\"in\",\"peer\":{\"ip\":\"10.1.1.1\",\"port\":5},";
    records.record("tls.failed", 31, inbound);
    records.record("tls.failed", 32, inbound.replace("10.1.1.1", "10.1.1.2"));
    records.of("billing", "host-1").week("api.internal").record("aws.request", 5, AWS);
    records.record("aws.unseen", 6, "\"http\":{\"client\":\"curl\"},");
    records.record("aws.answer", 6, "\"aws\":{\"signature\":\"valid\",\"answer\":\"accepted\"},");
    records.of("cart", "host-3").week("api.internal");
    records.record(
        "tamper", 7, "\"verdict\":\"warn\",\"rules\":[\"tamper.hook\"],\"reason\":\"gone\",");
    records.record("dropped", 8, "\"reason\":\"the ring was full\",\"count\":7,");
    records.of("good", "host-4").week("api.internal");
    records.handshake("later.internal", PASS + "\"exception\":\"x-1\",", "TLSv1.2", 2, 9);
    records.of("idle", "host-5").handshake("api.internal", PASS, "TLSv1.3", 2, 0);
    records.handshake("api.internal", PASS, "TLSv1.3", 1, 24);
    return records.record(
        "tls.handshake",
        25,
        PASS
            + "\"direction\":\"out\",\"tls\":{\"provider\":\"aws-crt\",\"engine\":\"TlsContext\"},");
  }

  private static Object processes(Map<String, Object> report) {
    return sorted(
        CoverageTest.rows(report, "processes", "process", "service", "count", "errors", "dropped"));
  }

  private static Map<?, ?> decision(CommandRun report) throws IOException {
    assertThat(report.err()).isEmpty();
    return (Map<?, ?>) report.json().get("decision");
  }

  /** Rows may come in another order where nothing orders them. */
  private static Object sorted(Object value) {
    return value instanceof List
        ? ((List<?>) value).stream().map(String::valueOf).sorted().toList()
        : value;
  }
}
