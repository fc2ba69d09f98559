package dev.stockade.fleet.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.fleet.duckdb.Lake;
import dev.stockade.fleet.duckdb.LakeStore;
import dev.stockade.fleet.duckdb.Limits;
import dev.stockade.fleet.kit.CommandRun;
import dev.stockade.fleet.kit.FleetRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestCommandTest {
  @TempDir private Path folder;
  private Path journal;
  private Path lake;

  @BeforeEach
  void places() throws IOException {
    Files.createDirectories(folder.resolve("logs/host-1"));
    journal = folder.resolve("logs/host-1/app.ndjson");
    lake = folder.resolve("lake");
  }

  @Test
  void theSameFileTwiceChangesNothing() throws Exception {
    append(handshake(1), handshake(2), violation(3));
    ingests("read 3 = stored 3 + repeated 0 + aside 0, of 1 of 1 file");
    assertThat(rows("SELECT count(*), sum(n) FROM handshakes")).containsExactly("3 3");
    assertThat(rows("SELECT rule, service, peer_host, n FROM findings"))
        .containsExactly("tls.min-version orders db 1");
    ingests("nothing new in 1 file");
    assertThat(manifests()).hasSize(1);
  }

  @Test
  void ofAJournalThatGrewTheTailIsReadAlsoUnderAnotherName() throws Exception {
    append(handshake(1));
    ingests("read 1 = stored 1");
    append(handshake(2));
    Files.move(journal, journal.resolveSibling("app.ndjson.1"));
    append(handshake(3));
    ingests("read 2 = stored 2 + repeated 0");
    ingests("nothing new in 2 files");
    assertThat(rows("SELECT seq FROM handshakes ORDER BY seq")).containsExactly("1", "2", "3");
    // The run began with record 1, which an earlier ingest read.
    assertThat(rows("SELECT DISTINCT run_ts FROM handshakes"))
        .containsExactly("2026-11-09 10:00:01.0");
  }

  @Test
  void aPartThatWasReadIsKnownWhenItIsPacked() throws Exception {
    append(handshake(1), handshake(2));
    ingests("read 2 = stored 2");
    append(handshake(3));
    pack(journal, journal.resolveSibling("app.ndjson.1.gz"));
    Files.delete(journal);
    ingests("read 1 = stored 1 + repeated 0");
    ingests("nothing new");
  }

  @Test
  void aJournalThatWasCutToNothingBeginsAnew() throws Exception {
    append(handshake(1), handshake(2));
    ingests("read 2 = stored 2");
    Files.delete(journal);
    append(handshake(3));
    ingests("read 1 = stored 1 + repeated 0");
  }

  @Test
  void anUnfinishedLineWaitsUntilItsFileIsClosed() throws Exception {
    String line = handshake(2);
    append(handshake(1));
    Files.writeString(journal, line.substring(0, 50), StandardOpenOption.APPEND);
    assertThat(ingests("read 1 = stored 1").out())
        .contains("last lines without an end, which wait for the next ingest: 1");
    Files.writeString(journal, line.substring(50) + "\n{\"time\":", StandardOpenOption.APPEND);
    ingests("read 1 = stored 1");
    Files.setLastModifiedTime(journal, FileTime.from(Instant.now().minusSeconds(7200)));
    ingests("read 1 = stored 0 + repeated 0 + aside 1");
    assertThat(aside()).contains("\"line\":3,\"why\":\"not one whole JSON object\"");
  }

  @Test
  void whatIsNoRecordIsKeptAsideWithItsPlace() throws Exception {
    append(handshake(1), "", "{\"torn", handshake(2), "hello");
    Files.write(journal, new byte[] {(byte) 0xff, 1, '\n'}, StandardOpenOption.APPEND);
    ingests("read 5 = stored 2 + repeated 0 + aside 3");
    assertThat(aside())
        .contains(
            "app.ndjson\",\"line\":3,\"why\":\"not one whole JSON object\",\"bytes\":\"eyJ0b3Ju\"")
        .contains("\"line\":5,")
        .contains("\"line\":6,", "\"bytes\":\"/wE=\"");
  }

  @Test
  void onWishALineThatIsNoRecordStopsIt() throws Exception {
    append(handshake(1), "hello");
    CommandRun run = run("--aside", "fail");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("app.ndjson:2: not a record: not one whole JSON object");
    assertThat(lake.resolve("_manifest")).doesNotExist();
    assertThat(lake.resolve("_tmp")).doesNotExist();
  }

  @Test
  void aLineThatComesAgainIsDroppedWithinABatchAndAcross() throws Exception {
    append(handshake(1), handshake(1), handshake(2));
    ingests("read 3 = stored 2 + repeated 1");
    Files.copy(journal, Files.createDirectories(folder.resolve("logs/copy")).resolve("b.ndjson"));
    Files.writeString(
        folder.resolve("logs/copy/b.ndjson"), handshake(3) + "\n" + handshake(2) + "\n");
    ingests("read 2 = stored 1 + repeated 1");
  }

  @Test
  void twoThatClaimOneNumberAreBothKept() throws Exception {
    append(handshake(1), handshake(1).replace("db", "other"));
    assertThat(ingests("read 2 = stored 2").out())
        .contains("kept though they claim the number of another record: 1");
  }

  @Test
  void aLineThatDiffersFromOneOfAnotherIngestIsAConflictOnce() throws Exception {
    append(handshake(1));
    ingests("read 1 = stored 1");
    String other = handshake(1).replace("\"db\"", "\"db-2\"");
    append(other, other, handshake(1));
    assertThat(ingests("read 3 = stored 1 + repeated 2").out())
        .contains("kept though they claim the number of another record: 1");
  }

  @Test
  void aLateRecordGoesToItsDayAndAWrongClockIsCounted() throws Exception {
    append(handshake(1), handshake(2).replace("2026-11-09", "2026-11-01"));
    append(handshake(3).replace("2026-11-09", "1970-01-01"));
    assertThat(ingests("read 3 = stored 3").out()).contains("in the future): 1");
    assertThat(rows("SELECT day FROM handshakes ORDER BY day"))
        .containsExactly("1970-01-01", "2026-11-01", "2026-11-09");
  }

  @Test
  void theHostOfTheFolderTellsInstancesApart() throws Exception {
    append(handshake(1));
    Path other = Files.createDirectories(folder.resolve("logs/host-2")).resolve("app.ndjson");
    Files.copy(journal, other);
    Files.writeString(other, handshake(4) + "\n", StandardOpenOption.APPEND);
    assertThat(run("--host-from-path", "1").out()).contains("read 3 = stored 3 + repeated 0");
    assertThat(rows("SELECT DISTINCT instance FROM handshakes ORDER BY instance"))
        .containsExactly("host-1/one", "host-2/one");
  }

  @Test
  void aDryRunOnlyReads() throws Exception {
    append(handshake(1), "hello");
    assertThat(run("--dry-run").out())
        .contains("would read 2 lines that are new, of 1 of 1 file", "would keep 1 aside");
    assertThat(lake).doesNotExist();
  }

  @Test
  void whatABatchLeftThatWasCutOffIsRemoved() throws Exception {
    append(handshake(1));
    ingests("read 1 = stored 1");
    Path left = lake.resolve("handshakes/day=2026-11-09/part-0000000002-00000000-0.parquet");
    Files.writeString(left, "half");
    Files.writeString(Files.createDirectories(lake.resolve("_tmp/b")).resolve("x"), "half");
    assertThat(rows("SELECT count(*) FROM handshakes")).containsExactly("1");
    ingests("nothing new");
    assertThat(left).doesNotExist();
    assertThat(lake.resolve("_tmp")).doesNotExist();
  }

  @Test
  void oneWritesAtATime() throws Exception {
    append(handshake(1));
    try (LakeStore store = LakeStore.of(lake.toString())) {
      store.lock();
      CommandRun run = run();
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("another ingest or compact is at work on this lake");
    }
  }

  @Test
  void wordsThatMeanNothingAreTold() {
    assertThat(run("--memory", "much").err()).contains("not a size such as 512MB or 2GB");
    assertThat(run("--aside", "eat").err()).contains("not one of fail, keep");
    assertThat(run("--threads", "0").err()).contains("not from 1 to 256");
    CommandRun none = FleetRun.of("ingest", folder.resolve("none"), "--lake", lake);
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("none");
  }

  private CommandRun run(Object... more) {
    Object[] words =
        Stream.concat(Stream.of("ingest", folder.resolve("logs"), "--lake", lake), Stream.of(more))
            .toArray();
    return FleetRun.of(words);
  }

  private CommandRun ingests(String told) {
    CommandRun run = run();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains(told);
    assertThat(run.exitCode()).isZero();
    return run;
  }

  private void append(String... lines) throws IOException {
    Files.writeString(
        journal,
        String.join("\n", lines) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static void pack(Path from, Path to) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(to))) {
      Files.copy(from, out);
    }
  }

  private List<Path> manifests() throws IOException {
    try (Stream<Path> files = Files.list(lake.resolve("_manifest"))) {
      return files.toList();
    }
  }

  private String aside() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(lake.resolve("aside"))) {
      for (Path file : files.sorted().toList()) {
        all.append(Files.readString(file, UTF_8));
      }
    }
    return all.toString();
  }

  private List<String> rows(String sql) throws SQLException {
    return rows(lake, sql);
  }

  /** Columns with blanks between them. */
  static List<String> rows(Path lake, String sql) throws SQLException {
    List<String> all = new java.util.ArrayList<>();
    try (Lake open = Lake.open(lake.toString(), Limits.usual());
        Statement statement = open.connection().createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.append(i == 1 ? "" : " ").append(rows.getString(i));
        }
        all.add(row.toString());
      }
    }
    return all;
  }

  static String handshake(int seq) {
    return "{\"time\":\"2026-11-09T10:00:0"
        + seq
        + ".000Z\",\"kind\":\"tls.handshake\",\"seq\":"
        + seq
        + ",\"verdict\":\"pass\",\"peer\":{\"host\":\"db\",\"port\":5432},\"service\":\"orders\","
        + "\"instance\":\"one\",\"pid\":7,\"process\":\"p1\"}";
  }

  static String violation(int seq) {
    return handshake(seq)
        .replace(
            "\"pass\"",
            "\"violation\",\"rules\":[\"tls.min-version\"],\"rule\":\"tls.min-version\"");
  }
}
