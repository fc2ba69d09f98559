package dev.stockade.fleet.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.fleet.duckdb.DuckDb;
import dev.stockade.fleet.duckdb.Lake;
import dev.stockade.fleet.duckdb.LakeStore;
import dev.stockade.fleet.duckdb.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions that need more than the memory that they may take. */
class SpillTest {
  @TempDir Path lake;
  private List<String> before;

  @BeforeEach
  void write() throws Exception {
    SmallLake.write(lake);
    before = names();
  }

  @Test
  void whatIsTooMuchGoesToTheLakesDiskAndNothingOfItStays() throws Exception {
    askTooMuch();
    assertThat(names()).isEqualTo(before);
  }

  @Test
  void aLakeThatCannotBeWrittenToIsAskedAllTheSame() throws Exception {
    Path inTheWay = Files.createFile(lake.resolve("_tmp")); // Root may write everywhere.
    askTooMuch();
    assertThat(inTheWay).isEmptyFile();
  }

  @Test
  void aWriterLeavesWhatOthersSpill() throws Exception {
    try (Lake open = Lake.open(lake.toString(), new Limits("64MB", 1));
        LakeStore writer = LakeStore.of(lake.toString())) {
      writer.clean();
      askTooMuch(open);
    }
    assertThat(names()).isEqualTo(before);
  }

  @Test
  void whatAProcessLeftThatWasKilledIsRemoved() throws Exception {
    Path ofAnother = Files.createDirectories(lake.resolve("_tmp/spill-999999999-a"));
    Path ofOneWithOurNumber =
        Files.createDirectories(lake.resolve("_tmp/spill-" + ProcessHandle.current().pid() + "-b"));
    Files.setLastModifiedTime(
        ofOneWithOurNumber, FileTime.from(Instant.now().minusSeconds(90_000)));
    try (LakeStore writer = LakeStore.of(lake.toString())) {
      writer.clean();
    }
    assertThat(ofAnother).doesNotExist();
    assertThat(names()).isEqualTo(before);
  }

  private void askTooMuch() throws SQLException {
    try (Lake open = Lake.open(lake.toString(), new Limits("64MB", 1))) {
      askTooMuch(open);
    }
  }

  /** As a user's own SQL, which may read nothing beside the lake. */
  private static void askTooMuch(Lake open) throws SQLException {
    Confinement.to(open.folder(), open.connection());
    DuckDb.execute(
        open.connection(),
        "CREATE TABLE much AS SELECT range AS a, hash(range) AS b, hash(a + 1) AS c FROM"
            + " range(5000000)");
    DuckDb.execute(open.connection(), "SELECT count(*) FROM much");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.walk(lake)) {
      return all.map(Path::toString).sorted().toList();
    }
  }
}
