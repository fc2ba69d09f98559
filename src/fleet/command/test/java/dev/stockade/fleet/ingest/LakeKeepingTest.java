package dev.stockade.fleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.fleet.kit.CommandRun;
import dev.stockade.fleet.kit.FleetRun;
import dev.stockade.fleet.kit.S3Server;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code compact} and {@code verify}, and a lake on S3. */
class LakeKeepingTest {
  @TempDir private Path folder;

  @Test
  void aDayOfManyFilesBecomesOneAndSaysTheSame() throws Exception {
    Path lake = folder.resolve("lake");
    for (int i = 1; i <= 9; i++) {
      Path journal = folder.resolve("app.ndjson." + i);
      Files.writeString(journal, IngestCommandTest.violation(i) + "\n");
      assertThat(FleetRun.of("ingest", journal, "--lake", lake).exitCode()).isZero();
    }
    assertThat(FleetRun.of("compact", "--lake", lake, "--dry-run").out())
        .contains("would write handshakes of 2026-11-09");
    assertThat(FleetRun.of("compact", "--lake", lake).out())
        .contains("wrote 18 files of 2 days of tables into 2");
    assertThat(IngestCommandTest.rows(lake, "SELECT sum(n), max(last_ts) FROM findings"))
        .containsExactly("9 2026-11-09 10:00:09.0");
    assertThat(IngestCommandTest.rows(lake, "SELECT count(*), count(last_ts) FROM handshakes"))
        .containsExactly("9 9");
    assertThat(FleetRun.of("verify", "--lake", lake, "--lines").out()).contains("whole: 2 files");
    assertThat(FleetRun.of("ingest", folder.resolve("app.ndjson*"), "--lake", lake).out())
        .contains("nothing new");

    // The old files stay for those who read them, and go after an hour.
    assertThat(files(lake.resolve("handshakes"))).hasSize(10);
    for (Path manifest : files(lake.resolve("_manifest"))) {
      Files.setLastModifiedTime(manifest, FileTime.from(Instant.now().minusSeconds(4000)));
    }
    assertThat(FleetRun.of("compact", "--lake", lake).out())
        .contains("nothing to compact", "removed files that nothing names any more: 18");
    assertThat(files(lake.resolve("_manifest"))).hasSize(1);
    assertThat(IngestCommandTest.rows(lake, "SELECT count(*) FROM handshakes"))
        .containsExactly("9");
  }

  @Test
  void aFileThatIsNotAsItWasIsTold() throws Exception {
    Path lake = folder.resolve("lake");
    Path journal = folder.resolve("app.ndjson");
    Files.writeString(journal, IngestCommandTest.violation(1) + "\n");
    FleetRun.of("ingest", journal, "--lake", lake);
    assertThat(FleetRun.of("verify", "--lake", lake).exitCode()).isZero();
    Files.delete(files(lake.resolve("findings")).get(0));
    Path part = files(lake.resolve("handshakes")).get(0);
    Files.writeString(part, "x".repeat((int) Files.size(part)));
    CommandRun run = FleetRun.of("verify", "--lake", lake);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains(": is not there", ": is no Parquet file");
    assertThat(FleetRun.of("verify", "--lake", folder.resolve("none")).err())
        .contains("no lake: nothing was ingested to it");
  }

  @Test
  void journalsAndLakeMayBothLieOnS3() throws Exception {
    try (S3Server s3 = new S3Server()) {
      Path logs = Files.createDirectories(s3.bucket().resolve("logs"));
      Files.writeString(logs.resolve("app.ndjson"), IngestCommandTest.violation(1) + "\n");
      String from = "s3://" + S3Server.BUCKET + "/logs";
      String lake = "s3://" + S3Server.BUCKET + "/lake";
      assertThat(child(s3, "ingest", from, "--lake", lake))
          .contains("read 1 = stored 1 + repeated 0 + aside 0");
      assertThat(child(s3, "ingest", from, "--lake", lake)).contains("nothing new in 1 file");
      assertThat(child(s3, "verify", "--lake", lake)).contains("whole: 2 files, 2 rows");
      assertThat(child(s3, "verify", "--lake", "s3://no-such-bucket-here/lake"))
          .contains("no-such-bucket-here");
    }
  }

  private String child(S3Server s3, String... words) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("dev.stockade.fleet.command.Fleet");
    command.addAll(List.of(words));
    Path out = Files.createTempFile(folder, "out", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
    builder.environment().putAll(s3.variables());
    Process process = builder.start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return Files.readString(out, StandardCharsets.UTF_8);
  }

  private static List<Path> files(Path top) throws IOException {
    try (Stream<Path> files = Files.walk(top)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
