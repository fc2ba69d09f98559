package dev.stockade.fleet.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.fleet.answer.AnswerFormat;
import dev.stockade.fleet.kit.CommandRun;
import dev.stockade.fleet.sql.Question;
import dev.stockade.fleet.sql.Questions;
import dev.stockade.fleet.sql.View;
import dev.stockade.fleet.sql.Views;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each question has the same rows in the same order, whichever engine answers. */
class SameRowsTest {
  private static final String[] DAYS = {"--from", "2026-11-02", "--to", "2026-11-05"};

  @TempDir static Path lake;

  private static SparkSession session;

  @BeforeAll
  static void fill() throws Exception {
    session = Sessions.local();
    TestLake.write(lake);
  }

  static Stream<String> questions() {
    return Questions.all().stream().map(Question::name);
  }

  static Stream<String> views() {
    return Views.all().stream().map(View::name);
  }

  @ParameterizedTest
  @MethodSource("questions")
  void questionHasTheSameRowsOnBoth(String question) {
    CommandRun duckDb = Run.duckDb(words("sql", "--question", question));
    CommandRun spark = Run.spark(words("question", question));
    assertThat(duckDb.err()).isEmpty();
    assertThat(spark.err()).isEmpty();
    assertThat(duckDb.lines()).hasSizeGreaterThan(2);
    assertThat(spark.lines()).isEqualTo(duckDb.lines());
  }

  @ParameterizedTest
  @MethodSource("views")
  void viewHasTheSameRowsOnBoth(String view) throws Exception {
    LakeFolder folder =
        LakeFolder.of(lake.toString(), session.sparkContext().hadoopConfiguration());
    new SparkLake(Session.open(), folder, folder.catalog()).open(null, null);
    String order = String.join(" NULLS LAST, ", session.table(view).columns()) + " NULLS LAST";
    String all = "SELECT * FROM " + view + " WHERE day < '2026-11-03' ORDER BY " + order;
    List<String> spark = new ArrayList<>();
    Rows.write(session.sql(all), AnswerFormat.csv.to(spark::add));
    CommandRun duckDb = Run.duckDb("sql", "--lake", lake.toString(), "--format", "csv", all);
    assertThat(spark).hasSizeGreaterThan(100).isEqualTo(duckDb.lines());
  }

  private static String[] words(String... first) {
    return Stream.of(
            Stream.of(first),
            Stream.of("--lake", lake.toString(), "--format", "json", "--services", "2"),
            Stream.of(DAYS))
        .flatMap(words -> words)
        .toArray(String[]::new);
  }
}
