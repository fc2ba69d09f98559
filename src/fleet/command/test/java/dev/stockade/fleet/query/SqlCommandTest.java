package dev.stockade.fleet.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.cli.command.JsonTree;
import dev.stockade.fleet.kit.CommandRun;
import dev.stockade.fleet.kit.FleetRun;
import dev.stockade.fleet.sql.Question;
import dev.stockade.fleet.sql.Questions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlCommandTest {
  @TempDir static Path lake;
  @TempDir static Path outside;

  private String out;
  private String err;

  @BeforeAll
  static void fill() throws Exception {
    SmallLake.write(lake);
    Files.writeString(outside.resolve("secret.csv"), "a,b\n1,2\n");
  }

  @Test
  void everyQuestionHasTheColumnsThatItNames() throws Exception {
    for (Question question : Questions.all()) {
      assertThat(run("--lake", lake, "--question", question.name(), "--format", "json"))
          .as(err)
          .isZero();
      assertThat(JsonTree.object(out).get("columns"))
          .as(question.name())
          .isEqualTo(question.columns());
    }
  }

  @Test
  void aQuestionIsAskedOfItsDaysAlone() {
    String[] question = {"--question", "weak-destinations", "--format", "csv"};
    run("--lake", lake, question, "--from", "2026-11-01", "--to", "2026-11-30");
    assertThat(out.lines()).hasSize(4);
    run("--lake", lake, question, "--from", "2026-11-03", "--to", "2026-11-30");
    assertThat(out.lines()).hasSize(1);
  }

  @Test
  void csvHasNoFormulaAndNoCharacterThatIsObeyed() {
    run("--lake", lake, "--format", "csv", "SELECT peer_host, -1 AS n FROM handshakes ORDER BY 1");
    assertThat(out.lines())
        .containsExactly(
            "peer_host,n", "'=1+1,-1", "\"a\ufffd[2Jb\ufffdc,d\",-1", "db.internal,-1");
  }

  @Test
  void textIsAlignedAndHasNoEscapeSequence() {
    run("--lake", lake, "SELECT peer_host, sum(n) AS n FROM records GROUP BY 1 ORDER BY 1");
    assertThat(out.lines())
        .containsExactly(
            "peer_host    n",
            "=1+1         3",
            "a\ufffd[2Jb\ufffdc,d   3",
            "db.internal  3",
            "3 rows");
  }

  @Test
  void jsonKeepsTypesListsAndTimes() throws Exception {
    run(
        "--lake",
        lake,
        "-o",
        "json",
        "SELECT ts, last_ts, rules, n, 1.50 AS d, NULL AS z, 2 AS z" + " FROM handshakes LIMIT 1");
    Map<?, ?> row = (Map<?, ?>) ((List<?>) JsonTree.object(out).get("rows")).get(0);
    assertThat(row.toString())
        .isEqualTo(
            "{ts=2026-11-02T10:00:00.500Z, last_ts=2026-11-02T10:00:00.500Z,"
                + " rules=[tls.min-version], n=3, d=1.5, z=null, z_2=2}");
  }

  @Test
  void whatNeedsMoreMemorySaysWhereItComesFrom() {
    String sql = "SELECT len(list(range)) AS n FROM range(20000000)"; // A list does not spill.
    assertThat(run("--lake", lake, "--memory", "50MB", sql)).isNotZero();
    assertThat(err)
        .startsWith("SQL: it needs more memory than DuckDB may take: give it more with --memory (")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY (SELECT 1) TO 'LAKE/x.csv'",
        "COPY (SELECT 1) TO 'OUT/x.csv'",
        "WITH x AS (COPY (SELECT 1) TO 'LAKE/x.csv') SELECT * FROM x",
        "SELECT * FROM (WITH x AS (COPY (SELECT 1) TO 'LAKE/x.csv') SELECT * FROM x)",
        "SELECT 1 UNION ALL (WITH x AS (COPY (SELECT 1) TO 'LAKE/x.csv') SELECT 1 FROM x)",
        "SELECT * FROM query('WITH x AS (COPY (SELECT 1) TO ''LAKE/x.csv'') SELECT * FROM x')",
        "SELECT 1; COPY (SELECT 1) TO 'LAKE/x.csv'",
        "SELECT 1) TO 'LAKE/x.csv'; --",
        "EXPORT DATABASE 'LAKE/x'",
        "ATTACH 'LAKE/x.db'",
        "CREATE TABLE x AS SELECT 1",
        "DROP VIEW handshakes",
        "SET memory_limit = '1TB'",
        "SET enable_external_access = true",
        "PRAGMA database_list",
        "INSTALL httpfs",
        "LOAD httpfs",
        "CALL enable_logging()",
        "SELECT * FROM 'OUT/secret.csv'",
        "SELECT * FROM read_csv('OUT/secret.csv')",
        "SELECT content FROM read_text('/etc/hostname')",
        "SELECT * FROM glob('OUT/*')",
        "SELECT * FROM 's3://bucket/x.parquet'",
        "SELECT * FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))",
        "WITH x AS (INSERT INTO handshakes SELECT * FROM handshakes RETURNING 1) SELECT 1",
        "SELECT 1; SELECT 2",
        "SELEC 1",
        ""
      })
  void whatIsNoSelectOverTheLakeIsRefused(String sql) throws Exception {
    List<Path> before = files();
    assertThat(run("--lake", lake, sql.replace("LAKE", lake + "").replace("OUT", outside + "")))
        .isNotZero();
    assertThat(out).isEmpty();
    assertThat(err.lines()).hasSize(1);
    assertThat(err).doesNotContain("Exception").doesNotContain("report");
    assertThat(files()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-31", "x' OR '1'='1", "2026-11-1", "20261101", "\uff12026-11-01"})
  void aDayIsADayAndNoSql(String day) {
    assertThat(run("--lake", lake, "--question", "trends", "--to", day)).isEqualTo(2);
    assertThat(err).contains("--to must be a day such as 2026-11-23");
  }

  @Test
  void wrongWordsGetOneSentence() {
    assertThat(run("--lake", lake, "--question", "readines")).isEqualTo(2);
    assertThat(err).isEqualTo("unknown question: readines; did you mean 'readiness'?\n");
    assertThat(run("--lake", lake)).isEqualTo(2);
    assertThat(run("--lake", outside, "SELECT 1")).isEqualTo(2);
    assertThat(err).contains("no lake");
    assertThat(run("--dialect", "trino", "--location", "s3://b/'x")).isEqualTo(2);
    assertThat(err).contains("a location has letters");
    assertThat(
            run(
                "--lake",
                lake,
                "--question",
                "trends",
                "--from",
                "2026-11-02",
                "--to",
                "2026-11-01"))
        .isEqualTo(2);
    assertThat(err).contains("--from 2026-11-02 is after --to 2026-11-01");
  }

  @Test
  void dialectsArePrintedWholeOrOneQuestionAlone() {
    assertThat(run("--dialect", "athena", "--location", "s3://bucket/lake")).isZero();
    assertThat(out)
        .contains("'storage.location.template' = 's3://bucket/lake/handshakes/day=${day}'")
        .contains("CREATE OR REPLACE VIEW records AS")
        .contains("-- readiness: ")
        .doesNotContain("${from}");
    run("--dialect", "trino", "trends", "--from", "2026-11-01");
    assertThat(out).startsWith("-- trends: ").contains("'2026-11-01'").doesNotContain("CREATE");
    assertThat(run()).isZero();
    assertThat(out.lines()).hasSize(Questions.all().size());
  }

  private int run(Object... words) {
    CommandRun run = FleetRun.of("sql", words);
    out = run.out();
    err = run.err();
    return run.exitCode();
  }

  private static List<Path> files() throws Exception {
    try (Stream<Path> inLake = Files.walk(lake);
        Stream<Path> beside = Files.walk(outside)) {
      return Stream.concat(inLake, beside).filter(Files::isRegularFile).sorted().toList();
    }
  }
}
