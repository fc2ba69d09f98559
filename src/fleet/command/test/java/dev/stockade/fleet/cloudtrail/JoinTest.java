package dev.stockade.fleet.cloudtrail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.JsonTree;
import dev.stockade.fleet.kit.CommandRun;
import dev.stockade.fleet.kit.FleetRun;
import dev.stockade.fleet.simulation.Simulate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A simulated fleet's journals and trails, joined: what is told must be what was written. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JoinTest {
  private static final String[] DAYS = {"--from", "2026-11-20", "--to", "2026-11-30"};

  @TempDir static Path folder;
  private static Map<String, Long> truth;
  private static String lake;
  private static String trails;

  private int code;
  private String out;
  private String err;

  @BeforeAll
  static void write() throws IOException {
    Path fleet = folder.resolve("fleet");
    truth = Simulate.write(fleet, 12, 2, 20_000, 7, "2026-11-20");
    lake = folder.resolve("lake").toString();
    trails = fleet.resolve("trails").toString();
    JoinTest ingest = new JoinTest();
    ingest.run("ingest", fleet.resolve("journals").toString(), "--lake", lake);
    assertThat(ingest.code).as(ingest.err).isEqualTo(ExitCode.OK);
  }

  private void run(String... words) {
    CommandRun run = FleetRun.of((Object) words);
    code = run.exitCode();
    out = run.out();
    err = run.err();
  }

  private void join(String... words) {
    List<String> all = new ArrayList<>(List.of("join", "--lake", lake));
    all.addAll(List.of(DAYS));
    all.addAll(Arrays.asList(words));
    run(all.toArray(new String[0]));
    assertThat(out + err).doesNotContain("Exception", "\tat ");
  }

  private static long truth(String... names) {
    return Stream.of(names).mapToLong(name -> truth.getOrDefault(name, 0L)).sum();
  }

  /** The sum of a column, over all rows of a part or those of one reason. */
  private long sum(String part, String column, String why) throws IOException {
    long sum = 0;
    for (Object row : (List<?>) ((Map<?, ?>) JsonTree.object(out).get(part)).get("rows")) {
      Map<?, ?> members = (Map<?, ?>) row;
      if (why == null || members.get("why").toString().startsWith(why)) {
        sum += (Long) members.get(column);
      }
    }
    return sum;
  }

  @Test
  @Order(1)
  void aDryRunReadsNothing() {
    join("--cloudtrail", trails, "--dry-run");
    assertThat(code).isEqualTo(ExitCode.OK);
    assertThat(out).contains("files of CloudTrail to read, 0 known from before");
    assertThat(Path.of(lake, "cloudtrail")).doesNotExist();
  }

  @Test
  @Order(2)
  void eachCallIsWhereItBelongs() throws IOException {
    join("--cloudtrail", trails, "--format", "json");
    assertThat(code).as(err).isEqualTo(ExitCode.OK);
    Map<?, ?> trail = (Map<?, ?>) JsonTree.object(out).get("trail");
    long events =
        truth("trail.logged", "trail.logged.without-id", "trail.unwatched", "trail.others");
    assertThat(trail.get("read")).isEqualTo(events + truth("trail.repeated"));
    assertThat(trail.get("stored")).isEqualTo(events);
    assertThat(trail.get("repeated")).isEqualTo(truth("trail.repeated"));

    assertThat(sum("agreement", "calls", null)).isEqualTo(truth("trail.logged"));
    assertThat(sum("agreement", "version_differs", null)).isZero();
    assertThat(sum("agreement", "group_differs", null)).isZero();
    assertThat(sum("agreement", "key_differs", null)).isZero();
    assertThat(sum("agreement", "cipher_differs", null)).isEqualTo(truth("trail.other-suite"));
    assertThat(sum("agreement", "not_comparable", null)).isEqualTo(truth("trail.no-tls"));
    assertThat(sum("lacking", "calls", "none of this operation")).isPositive();
    assertThat(sum("lacking", "calls", "not delivered yet"))
        .isGreaterThanOrEqualTo(truth("trail.not-delivered"));
    assertThat(sum("lacking", "calls", "no"))
        .isEqualTo(truth("trail.data-events-off", "trail.not-delivered"));
    assertThat(sum("lacking", "calls", "not known")).isZero();
    assertThat(sum("unseen", "calls", "no agent")).isEqualTo(truth("trail.unwatched"));
    assertThat(sum("unseen", "calls", "an agent")).isEqualTo(truth("trail.logged.without-id"));
    for (String name :
        List.of("logged", "unwatched", "logged.without-id", "data-events-off", "other-suite")) {
      assertThat(truth("trail." + name)).as(name).isPositive();
    }
  }

  @Test
  @Order(20)
  void eventsAreNoLinesOfJournals() {
    run("verify", "--lake", lake, "--lines");
    assertThat(code).as(out).isEqualTo(ExitCode.OK);
    run("report", "--lake", lake, "--from", "2026-11-20");
    long lines = truth("records", "repeated", "foreign", "torn");
    assertThat(out).contains(" of " + lines + " lines cannot be read");
  }

  @Test
  @Order(3)
  void noWholeAccessKeyIdIsInTheLakeOrTold() throws IOException {
    assertThat(out == null ? "" : out).doesNotContain("ASIAUNWATCHED");
    join("--only", "unseen", "--format", "csv");
    assertThat(out).contains(",ASIA,…0042,").doesNotContain("ASIAUNWATCHED");
    try (Stream<Path> files = Files.walk(Path.of(lake))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, ISO_8859_1);
        assertThat(bytes.contains("ASIAUNWATCHED")).as(file.toString()).isFalse();
      }
    }
  }

  @Test
  @Order(4)
  void aSecondRunReadsOnlyWhatIsNew() throws IOException {
    join("--cloudtrail", trails, "-o", "json");
    assertThat(code).isEqualTo(ExitCode.OK);
    Map<?, ?> trail = (Map<?, ?>) JsonTree.object(out).get("trail");
    assertThat(trail.get("stored")).isEqualTo(0L);
    assertThat((Long) trail.get("files")).isLessThan((Long) trail.get("known") / 4);
    assertThat(sum("agreement", "calls", null)).isEqualTo(truth("trail.logged"));
  }

  @Test
  @Order(5)
  void brokenFilesAreNamedAndTheRestIsRead() throws IOException {
    Path more =
        Files.createDirectories(folder.resolve("more/AWSLogs/1/CloudTrail/eu-west-1/2026/11/21"));
    String name = "111122223333_CloudTrail_eu-west-1_20261121T00%s5Z_aaaaaaaaaaaaaaaa.json";
    Files.writeString(more.resolve(String.format(name, 0) + ".gz"), "no gzip");
    Files.writeString(more.resolve(String.format(name, 1)), "{\"Records\":[\u001b[31m");
    Files.writeString(
        more.resolve(String.format(name, 2)),
        "{\"Records\":[{\"eventID\":\"new\",\"eventTime\":\"2026-11-21T00:20:00Z\"},{}]}");
    join("--cloudtrail", folder.resolve("more").toString());
    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(out)
        .contains("1 files of CloudTrail read, 0 known from before, 2 broken")
        .contains("2 events read = 1 stored + 0 repeated + 1 aside")
        .contains("aside: 1 events: no eventID")
        .contains("0005Z_aaaaaaaaaaaaaaaa.json.gz: it is no whole gzip file")
        .contains("0015Z_aaaaaaaaaaaaaaaa.json: it is not the JSON of a trail");
  }

  @Test
  @Order(6)
  void wrongWordsHaveASentence() {
    join("--format", "csv");
    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("--format csv is one table: name it by --only");
    run("join", "--lake", folder.resolve("none").toString(), "--cloudtrail", trails);
    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("no lake: nothing was ingested to it");
    join("--cloudtrail", folder.resolve("nowhere").toString());
    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("nowhere: no file of CloudTrail's");
  }
}
