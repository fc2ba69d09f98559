package dev.stockade.fleet.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.cli.journal.Progress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnderwayTest {
  private static final String SLOW =
      "SELECT sum(hash(a.range + b.range)) FROM range(20000) a, range(%d) b";

  private final List<String> shown = new CopyOnWriteArrayList<>();
  private final AtomicLong clock = new AtomicLong();
  @TempDir private Path spill;

  @Test
  void aQueryThatTakesLongTellsHowFarItIs() throws Exception {
    try (Underway underway = new Underway(new Progress(shown::add, () -> clock.addAndGet(3_000)));
        Connection connection = DuckDb.open(new Limits("200MB", 1), spill)) {
      underway.watch(connection);
      underway.at("asking", 1, 3, "tables");
      for (int rows = 10_000; shown.stream().noneMatch(line -> line.contains("%")); rows *= 2) {
        assertThat(rows).as("a query that was told of: %s", shown).isLessThan(1 << 20);
        ask(connection, underway, SLOW.formatted(rows));
      }
    }
    assertThat(shown).anyMatch(line -> line.matches("asking: 1 of 3 tables, \\d+ % *"));
    assertThat(shown.get(shown.size() - 1)).as("the line is taken away").isEmpty();
  }

  @Test
  void whereThereIsNoTerminalNothingIsToldAndDuckDbCountsNothing() throws Exception {
    try (Underway underway = Underway.none();
        Connection connection = DuckDb.open(new Limits("200MB", 1), spill)) {
      underway.watch(connection);
      underway.at("asking");
      assertThat(
              ask(connection, underway, "SELECT current_setting('enable_progress_bar')::VARCHAR"))
          .isEqualTo("false");
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("stockade-progress"));
  }

  private static String ask(Connection connection, Underway underway, String sql) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet rows = underway.ask(statement, sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
