package dev.stockade.fleet.cloudtrail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.cli.command.JsonTree;
import dev.stockade.fleet.kit.CommandRun;
import dev.stockade.fleet.kit.FleetRun;
import dev.stockade.fleet.kit.S3Server;
import dev.stockade.fleet.simulation.Simulate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trails and lake in buckets give what they give in folders. */
class JoinOnS3Test {
  private static final String[] DAYS = {"--from", "2026-11-20", "--to", "2026-11-30"};

  @TempDir private Path folder;

  @Test
  void trailsAndLakeLieOnS3() throws Exception {
    Path fleet = folder.resolve("fleet");
    Simulate.write(fleet, 6, 2, 3_000, 7, "2026-11-20");
    Path trails = fleet.resolve("trails");
    Map<String, Object> local = joined(fleet, trails, folder.resolve("lake"));
    try (S3Server server = new S3Server()) {
      copy(trails, server.bucket().resolve("trails"));
      String place = server.name() + "/lake";
      String bucket = server.name() + "/trails/";

      assertThat(joined(fleet, bucket, place)).isEqualTo(local);
      assertThat(((Map<?, ?>) local.get("trail")).get("stored")).isNotEqualTo(0L);

      CommandRun again = FleetRun.of("join", "--lake", place, "--cloudtrail", bucket, DAYS);
      // From half an hour before the last file of each folder, as names of a minute have no order.
      assertThat(again.out()).contains(" known from before, 0 broken", " read = 0 stored + ");
      assertThat(FleetRun.of("verify", "--lake", place, "--lines").out()).startsWith("whole: ");
      assertThat(report(place)).isEqualTo(report(folder.resolve("lake")));
    }
  }

  private static Map<String, Object> joined(Path fleet, Object trails, Object lake)
      throws Exception {
    CommandRun ingest = FleetRun.of("ingest", fleet.resolve("journals"), "--lake", lake);
    assertThat(ingest.exitCode()).as(ingest.err()).isZero();
    CommandRun join =
        FleetRun.of("join", "--lake", lake, "--cloudtrail", trails, "--format", "json", DAYS);
    assertThat(join.exitCode()).as(join.err()).isZero();
    return JsonTree.object(join.out());
  }

  /** Without the moment of the report. */
  private static Map<String, Object> report(Object lake) throws Exception {
    String[] words = {"--from", "2026-11-20", "--until", "2026-11-30", "--threads", "1"};
    CommandRun report = FleetRun.of("report", "--lake", lake, "--format", "json", words);
    assertThat(report.exitCode()).as(report.err()).isZero();
    Map<String, Object> members = report.json();
    assertThat(members.remove("made")).isNotNull();
    return members;
  }

  private static void copy(Path from, Path to) throws Exception {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
