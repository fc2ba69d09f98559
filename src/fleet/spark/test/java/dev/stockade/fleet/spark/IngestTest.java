package dev.stockade.fleet.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.fleet.kit.CommandRun;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Spark reads into a lake is what stockade-fleet.jar does. */
class IngestTest {
  @TempDir Path folder;

  @Test
  void bothMakeTheSameLakeAndKnowWhatTheOtherHasRead() throws Exception {
    Sessions.local();
    TestJournals journals = new TestJournals(folder.resolve("journals"));
    journals.write(4, 90);
    CommandRun duckDb = ingest(Run::duckDb, "a");
    CommandRun spark = ingest(Run::spark, "b");
    assertThat(spark.err()).isEmpty();
    assertThat(spark.lines().get(0))
        .isEqualTo(duckDb.lines().get(0))
        .contains("repeated 4 + aside 8");
    same();

    journals.append(0, 91, 120);
    assertThat(ingest(Run::spark, "a").lines().get(0)).contains("read 31 = stored 30 + repeated 0");
    assertThat(ingest(Run::duckDb, "b").lines().get(0))
        .contains("read 31 = stored 30 + repeated 0");
    same();
    List<Path> before = files();
    assertThat(ingest(Run::spark, "a").lines()).containsExactly("nothing new in 12 files");
    assertThat(ingest(Run::duckDb, "b").lines().get(0)).isEqualTo("nothing new in 12 files");

    // The same lines under a name that nobody knows: each is there already.
    Files.copy(folder.resolve("journals/p1.ndjson.1"), folder.resolve("journals/q.ndjson"));
    Files.writeString(
        folder.resolve("journals/q.ndjson"),
        "\n" + Files.readString(folder.resolve("journals/q.ndjson")));
    assertThat(ingest(Run::spark, "a").lines().get(0)).contains("stored 0 + repeated 31 + aside 2");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void ownersAndExceptionsAreWhatTheOtherMakesOfThemAndADryRunWritesNothing() throws Exception {
    Sessions.local();
    new TestJournals(folder.resolve("journals")).write(2, 20);
    String owners =
        Files.writeString(folder.resolve("services.csv"), "service,owner\ns0,team-a\ns1,team-b\n")
            .toString();
    String policy =
        Files.writeString(
                folder.resolve("stockade.yaml"),
                """
                exceptions:
                  - id: old-db
                    match: {host: db.internal}
                    allow: {min-version: TLSv1.1}
                    owner: dba
                    reason: its driver
                    expires: 2026-12-31
                """)
            .toString();
    CommandRun dry = ingest(Run::spark, "a", "--owners", owners, "--dry-run");
    assertThat(dry.lines()).isEqualTo(ingest(Run::duckDb, "b", "--dry-run").lines());
    assertThat(dry.lines().get(0)).startsWith("would read ").contains("lines that are new");
    assertThat(folder.resolve("a")).doesNotExist();

    ingest(Run::spark, "a", "--owners", owners, "--policy", policy);
    ingest(Run::duckDb, "b", "--owners", owners, "--policy", policy);
    assertThat(dimension("a", Tables.EXCEPTIONS))
        .hasSize(2)
        .isEqualTo(dimension("b", Tables.EXCEPTIONS));
    assertThat(dimension("a", Tables.SERVICES))
        .hasSize(3)
        .isEqualTo(dimension("b", Tables.SERVICES));

    // Each writes over what the other wrote, and Spark reads it.
    Files.writeString(Path.of(owners), "s0,team-c\n");
    for (Engine engine : List.<Engine>of(Run::duckDb, Run::spark)) {
      assertThat(ingest(engine, "a", "--owners", owners).err()).isEmpty();
      assertThat(dimension("a", Tables.SERVICES)).hasSize(2);
      CommandRun asked =
          Run.spark("question", "owners", "--lake", lake("a"), "--from", "2026-01-01");
      assertThat(asked.err()).isEmpty();
      assertThat(asked.lines()).anyMatch(line -> line.contains("team-c"));
    }
    assertThat(ingest(Run::spark, "a", "--owners", policy).err()).contains(":1: not SERVICE,OWNER");
  }

  private List<String> dimension(String lake, String table) {
    String all = "SELECT * FROM " + table + " ORDER BY ALL";
    return Run.duckDb("sql", "--lake", lake(lake), "--format", "csv", all).lines();
  }

  private interface Engine {
    CommandRun run(String... words);
  }

  private CommandRun ingest(Engine engine, String lake, String... more) {
    Stream<String> words =
        Stream.of("ingest", folder.resolve("journals").toString(), "--lake", lake(lake));
    return engine.run(Stream.concat(words, Stream.of(more)).toArray(String[]::new));
  }

  private String lake(String name) {
    return folder.resolve(name).toString();
  }

  private void same() {
    for (Table table : Tables.all()) {
      String all = "SELECT * FROM " + table.name() + " ORDER BY ALL";
      List<String> a = Run.duckDb("sql", "--lake", lake("a"), "--format", "csv", all).lines();
      List<String> b = Run.duckDb("sql", "--lake", lake("b"), "--format", "csv", all).lines();
      assertThat(b).as(table.name()).isEqualTo(a);
      if (Tables.OF_RECORDS.contains(table.name())) {
        assertThat(a).as(table.name()).hasSizeGreaterThan(20);
      }
    }
  }

  private List<Path> files() throws Exception {
    List<Path> all = new ArrayList<>();
    for (String lake : List.of("a", "b")) {
      try (Stream<Path> files = Files.walk(folder.resolve(lake))) {
        files.filter(file -> file.toString().endsWith(".parquet")).sorted().forEach(all::add);
      }
    }
    return all;
  }
}
