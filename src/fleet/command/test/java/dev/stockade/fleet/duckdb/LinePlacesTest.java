package dev.stockade.fleet.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.fleet.lake.Tables;
import dev.stockade.fleet.record.Row;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinePlacesTest {
  private static final List<Row> ROWS =
      List.of(
          TestRows.of("lifecycle", 1, ""),
          TestRows.of("lifecycle", 2, ",\"process\":\"p1\""),
          TestRows.of("lifecycle", 999_999_999_999_999_999L, ",\"process\":\"p1\""),
          TestRows.of("lifecycle", 2, ",\"process\":\"p2\""));

  @TempDir private Path folder;

  @Test
  void javaAndSqlMeanTheSame() throws SQLException {
    LinePlaces places = new LinePlaces();
    try (Connection connection = DuckDb.open(new Limits("1GB", 1), folder);
        Statement statement = connection.createStatement()) {
      RowSlice slice = new RowSlice(Tables.named(Tables.EVENTS), ROWS);
      String rows = RowScan.in(connection).put("rows", slice);
      try (ResultSet result =
          statement.executeQuery(
              "SELECT "
                  + LinePlaces.SQL
                  + ", "
                  + LinePlaces.DAY
                  + " FROM (SELECT "
                  + slice.select()
                  + " FROM "
                  + rows
                  + ")")) {
        for (Row row : ROWS) {
          assertThat(result.next()).isTrue();
          assertThat(result.getLong(1)).isEqualTo(places.of(row));
          assertThat(result.getLong(2)).isEqualTo(row.dayNumber());
        }
      }
    }
    assertThat(ROWS.stream().map(places::of)).doesNotHaveDuplicates();
  }

  @Test
  void aLineThatIsThereTwiceIsARepeatAndOneThatDiffersAConflict() {
    Row other = TestRows.of("lifecycle", 1, ",\"mode\":\"audit\"");
    LineNumbers lines =
        new LineNumbers(List.of(ROWS.get(0), ROWS.get(1), ROWS.get(0), other, other, ROWS.get(3)));
    BitSet repeated = new BitSet();
    assertThat(lines.find(repeated)).isEqualTo(1);
    assertThat(repeated.stream()).containsExactly(2, 4);
    lines.remove(repeated);
    assertThat(lines.count()).isEqualTo(4);
    assertThat(lines.find(new BitSet())).isEqualTo(1);
  }

  @Test
  void whatIsKnownAlreadyIsNoConflict() {
    LineNumbers lines =
        new LineNumbers(List.of(ROWS.get(0), TestRows.of("lifecycle", 1, ",\"mode\":\"audit\"")));
    BitSet repeated = new BitSet();
    repeated.set(0);
    assertThat(lines.find(repeated)).isZero();
    assertThat(repeated.cardinality()).isEqualTo(1);
  }
}
