package dev.stockade.fleet.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar itself, submitted to a cluster of which a half goes away while the job runs. */
@Tag("cluster")
class WorkerLossTest {
  private static final Path JAR = Path.of("target/stockade-fleet-spark.jar").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void answerIsTheSameWhenAWorkerDiesInTheMiddle() throws Exception {
    Path lake = folder.resolve("lake");
    TestLake.write(lake);
    String[] question = {
      "--lake", lake.toString(), "--from", "2026-11-01", "--to", "2026-11-06", "--format", "csv"
    };
    Run expected = Run.duckDb(words(question, "sql", "--question", "readiness"));
    try (Cluster cluster = new Cluster(folder)) {
      Process job = cluster.submit(JAR, words(question, "question", "readiness"));
      cluster.waitForTask("worker2", job);
      cluster.kill("worker2");
      assertThat(job.waitFor(3, TimeUnit.MINUTES)).isTrue();
      assertThat(cluster.read("driver.out").lines().toList()).isEqualTo(expected.out());
      assertThat(job.exitValue()).as(cluster.read("driver.err")).isZero();
      assertThat(cluster.read("driver.err")).contains("Lost executor");
    }
  }

  private static String[] words(String[] rest, String... first) {
    String[] all = Arrays.copyOf(first, first.length + rest.length);
    System.arraycopy(rest, 0, all, first.length, rest.length);
    return all;
  }
}
