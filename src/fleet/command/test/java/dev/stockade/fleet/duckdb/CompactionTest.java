package dev.stockade.fleet.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.fleet.kit.FleetRun;
import dev.stockade.fleet.lake.PartFile;
import dev.stockade.fleet.simulation.Simulate;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {
  private static final int TIMES = 12;

  @TempDir private Path folder;

  /** What has more than one file's bytes becomes several, and is not written again. */
  @Test
  void aLargeDayBecomesSeveralFiles() throws Exception {
    String place = folder.resolve("lake").toString();
    for (int i = 0; i < TIMES; i++) {
      Path fleet = folder.resolve("fleet" + i);
      Simulate.write(fleet, 2, 1, 200, i, "2026-11-09");
      FleetRun.of("ingest", fleet.resolve("journals"), "--lake", place);
    }
    String before = rows(place);
    try (LakeStore store = LakeStore.of(place);
        Connection connection = DuckDb.open(new Limits("200MB", 1), store.spill())) {
      long most =
          4 * store.catalog().files().stream().mapToLong(PartFile::bytes).max().orElseThrow();
      Compaction compaction = new Compaction(store, store.catalog(), most);
      assertThat(compaction.plan()).contains("handshakes of 2026-11-09");
      compaction.write(connection, Underway.none());
      store.clean();

      List<PartFile> handshakes = store.catalog().files("handshakes", "2026-11-09", "2026-11-09");
      assertThat(handshakes).hasSizeBetween(2, TIMES / 2).doesNotHaveDuplicates();
      assertThat(new Compaction(store, store.catalog(), most).plan()).isEmpty();
    }
    assertThat(rows(place)).isEqualTo(before);
    assertThat(FleetRun.of("verify", "--lake", place, "--lines").out()).startsWith("whole: ");
  }

  private static String rows(String place) {
    String rows = "SELECT day, kind, service, seq, ts, n FROM records ORDER BY ALL";
    return FleetRun.of("sql", "--lake", place, "--format", "csv", rows).out();
  }
}
