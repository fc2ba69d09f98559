package dev.stockade.fleet.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stockade.fleet.sql.Dialect;
import dev.stockade.fleet.sql.Parameters;
import dev.stockade.fleet.sql.Question;
import dev.stockade.fleet.sql.Questions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code sql --dialect} prints is what each engine takes. */
class DialectsTest {
  private static final String BUCKET = "s3://bucket/lake";
  private static final Parameters DAYS =
      Parameters.between(LocalDate.parse("2026-11-02"), LocalDate.parse("2026-11-05"));
  private static final String ROWS =
      "SELECT count(*), CAST(sum(n) AS BIGINT), count(DISTINCT last_ts) FROM records WHERE day >"
          + " '2026-11-01'";

  @TempDir Path folder;

  @Test
  void trinosParserTakesEveryStatementAndQuestion() throws Exception {
    assertThat(trino(statements(Dialect.trino))).isEmpty();
  }

  /** Athena's tables are Hive's, whose grammar Spark has; all else there is Trino's. */
  @Test
  void athenaTakesEveryStatementAndQuestion() throws Exception {
    List<String> all = statements(Dialect.athena);
    List<String> tables =
        all.stream()
            .filter(sql -> sql.contains("EXTERNAL TABLE") || sql.contains("DATABASE"))
            .toList();
    SparkSession session = Sessions.local();
    for (String sql : tables) {
      assertThat(session.sessionState().sqlParser().parsePlan(sql)).isNotNull();
    }
    assertThat(tables).hasSize(10);
    all.removeAll(tables);
    assertThat(trino(all)).isEmpty();
  }

  @Test
  void sparksTablesAndDuckDbsViewsHoldTheSameRows() throws Exception {
    TestLake.write(folder);
    SparkSession session = Sessions.local().newSession();
    Session.open();
    session.conf().set("spark.sql.sources.partitionColumnTypeInference.enabled", "false");
    session.sql("CREATE DATABASE IF NOT EXISTS printed");
    session.sql("USE printed");
    Dialect.spark.statements(folder.toString()).forEach(session::sql);
    String spark = session.sql(ROWS).first().mkString(" ");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (String sql : Dialect.duckdb.statements(folder.toString())) {
        statement.execute(sql);
      }
      try (ResultSet row = statement.executeQuery(ROWS)) {
        row.next();
        assertThat(row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
            .isEqualTo(spark);
        assertThat(row.getLong(1)).isGreaterThan(1000);
      }
    }
    session.sql("DROP DATABASE printed CASCADE");
  }

  private static List<String> statements(Dialect dialect) {
    List<String> all = new ArrayList<>(dialect.statements(BUCKET));
    for (Question question : Questions.all()) {
      all.add(question.sql(DAYS));
    }
    return all;
  }

  /** What the parser refuses; it needs a newer Java than the rest. */
  private List<String> trino(List<String> statements) throws Exception {
    Path java = jdk25();
    assumeTrue(Files.exists(java), "skipped: Trino's parser needs JDK 25, not at " + java);
    Path file = Files.writeString(folder.resolve("statements"), String.join("\0", statements));
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                TrinoParse.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    List<String> lines = new ArrayList<>(out.lines().toList());
    assertThat(lines).contains("parsed " + statements.size());
    lines.remove("parsed " + statements.size());
    return lines;
  }

  private static Path jdk25() {
    String jdks = System.getenv().getOrDefault("JDKS", "/opt/jdks");
    return Path.of(jdks, "25", "bin", "java");
  }
}
