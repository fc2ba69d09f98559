package dev.stockade.fleet.spark;

import static org.assertj.core.api.Assertions.assertThat;

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
    Run duckDb = ingest(Run::duckDb, "a");
    Run spark = ingest(Run::spark, "b");
    assertThat(spark.err()).isEmpty();
    assertThat(spark.out().get(0)).isEqualTo(duckDb.out().get(0)).contains("repeated 4 + aside 8");
    same();

    journals.append(0, 91, 120);
    assertThat(ingest(Run::spark, "a").out().get(0)).contains("read 31 = stored 30 + repeated 0");
    assertThat(ingest(Run::duckDb, "b").out().get(0)).contains("read 31 = stored 30 + repeated 0");
    same();
    List<Path> before = files();
    assertThat(ingest(Run::spark, "a").out()).containsExactly("nothing new in 12 files");
    assertThat(ingest(Run::duckDb, "b").out().get(0)).isEqualTo("nothing new in 12 files");

    // The same lines under a name that nobody knows: each is there already.
    Files.copy(folder.resolve("journals/p1.ndjson.1"), folder.resolve("journals/q.ndjson"));
    Files.writeString(
        folder.resolve("journals/q.ndjson"),
        "\n" + Files.readString(folder.resolve("journals/q.ndjson")));
    assertThat(ingest(Run::spark, "a").out().get(0)).contains("stored 0 + repeated 31 + aside 2");
    assertThat(files()).isEqualTo(before);
  }

  private interface Engine {
    Run run(String... words);
  }

  private Run ingest(Engine engine, String lake) {
    return engine.run("ingest", folder.resolve("journals").toString(), "--lake", lake(lake));
  }

  private String lake(String name) {
    return folder.resolve(name).toString();
  }

  private void same() {
    for (Table table : Tables.all()) {
      String all = "SELECT * FROM " + table.name() + " ORDER BY ALL";
      List<String> a = Run.duckDb("sql", "--lake", lake("a"), "--format", "csv", all).out();
      List<String> b = Run.duckDb("sql", "--lake", lake("b"), "--format", "csv", all).out();
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
