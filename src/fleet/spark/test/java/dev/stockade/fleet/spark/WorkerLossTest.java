package dev.stockade.fleet.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.fleet.lake.Tables;
import java.nio.file.Path;
import java.util.List;
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
  void rowsAreTheSameWhenAWorkerDiesInTheMiddle() throws Exception {
    String journals = folder.resolve("journals").toString();
    new TestJournals(folder.resolve("journals")).write(12, 300);
    String one = folder.resolve("one").toString();
    String many = folder.resolve("many").toString();
    Run.duckDb("ingest", journals, "--lake", one);
    try (Cluster cluster = new Cluster(folder)) {
      Process job = cluster.submit(JAR, "ingest", journals, "--lake", many);
      cluster.waitForTask("worker2", job);
      cluster.kill("worker2");
      assertThat(job.waitFor(3, TimeUnit.MINUTES)).isTrue();
      assertThat(job.exitValue()).as(cluster.read("driver.err")).isZero();
      assertThat(cluster.read("driver.err")).contains("Lost executor");
      for (String table : Tables.OF_RECORDS) {
        assertThat(rows(many, table)).as(table).isEqualTo(rows(one, table)).hasSizeGreaterThan(99);
      }
    }
  }

  private static List<String> rows(String lake, String table) {
    String all = "SELECT * FROM " + table + " ORDER BY ALL";
    return Run.duckDb("sql", "--lake", lake, "--format", "csv", all).lines();
  }
}
