package dev.stockade.fleet.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.fleet.answer.AnswerFormat;
import dev.stockade.fleet.kit.CommandRun;
import dev.stockade.fleet.kit.S3Server;
import dev.stockade.fleet.simulation.Fleets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hundred processes, some real and most simulated, all the way: ingested, reported, joined,
 * shipped while the network is away. The journals, DuckDB and Spark tell the same numbers.
 */
class WholeFleetTest {
  private static final int REAL = 12;
  private static final int SIMULATED = 188;

  private static final String NUMBERS =
      Stream.of("handshakes", "certificates", "requests", "answers", "events")
          .map(table -> "SELECT service, kind, coalesce(verdict, '-') AS verdict, n FROM " + table)
          .collect(
              Collectors.joining(
                  " UNION ALL ",
                  "SELECT service, kind, verdict, CAST(sum(n) AS BIGINT) AS n FROM (",
                  ") t GROUP BY service, kind, verdict ORDER BY service, kind, verdict"));

  @TempDir static Path folder;

  @Test
  void journalsDuckDbAndSparkTellTheSame() throws Exception {
    Path fleet = folder.resolve("fleet");
    Fleets.write(fleet, SIMULATED, 10, 20_000);
    Path journals = fleet.resolve("journals");
    Path late = fleet.resolve("late");
    new RealPrograms(journals, folder).run(REAL);
    JournalNumbers truth = new JournalNumbers();
    truth.add(journals);
    truth.add(late);
    String lake = folder.resolve("lake").toString();

    ok(Run.duckDb("ingest", journals.toString(), "--lake", lake));
    ok(Run.duckDb("ingest", journals.toString(), late.toString(), "--lake", lake));
    assertThat(ok(Run.duckDb("ingest", journals.toString(), late.toString(), "--lake", lake)))
        .first()
        .asString()
        .startsWith("nothing new");

    assertThat(duckDb(lake)).isEqualTo(truth.rows());
    assertThat(spark(lake)).isEqualTo(truth.rows());
    assertThat(truth.rows()).anyMatch(row -> row.startsWith("real-3,tls.handshake,pass,"));
    assertThat(ok(Run.duckDb("report", "--lake", lake, "--from", "2026-11-01")))
        .anyMatch(line -> line.startsWith("Of 10 services: "))
        .anyMatch(line -> line.matches(" *real-3 +not enough seen .*"));
    ok(Run.duckDb("join", "--lake", lake, "--cloudtrail", fleet.resolve("trails").toString()));

    String shipped = folder.resolve("shipped").toString();
    try (S3Server s3 = new S3Server()) {
      s3.stop();
      CompletableFuture<CommandRun> shipping =
          CompletableFuture.supplyAsync(
              () ->
                  Run.duckDb(
                      "ship",
                      journals.toString(),
                      late.toString(),
                      "--to",
                      "s3://" + S3Server.BUCKET + "/fleet",
                      "--state",
                      folder.resolve("state").toString(),
                      "--once"));
      Thread.sleep(2_000);
      assertThat(shipping).isNotDone();
      s3.start();
      ok(shipping.get());
      ok(Run.duckDb("ingest", "s3://" + S3Server.BUCKET + "/fleet", "--lake", shipped));
    }
    assertThat(duckDb(shipped)).isEqualTo(truth.rows());
  }

  private static List<String> ok(CommandRun run) {
    assertThat(run.exitCode()).as("%s%n%s", run.lines(), run.err()).isZero();
    return run.lines();
  }

  private static List<String> duckDb(String lake) {
    List<String> rows = ok(Run.duckDb("sql", "--lake", lake, "--format", "csv", NUMBERS));
    return rows.subList(1, rows.size());
  }

  private static List<String> spark(String lake) throws Exception {
    SparkSession session = Sessions.local();
    LakeFolder place = LakeFolder.of(lake, session.sparkContext().hadoopConfiguration());
    new SparkLake(Session.open(), place, place.catalog()).open(null, null);
    List<String> rows = new ArrayList<>();
    Rows.write(session.sql(NUMBERS), AnswerFormat.csv.to(rows::add));
    return rows.subList(1, rows.size());
  }
}
