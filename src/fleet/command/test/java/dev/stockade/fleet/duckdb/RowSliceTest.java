package dev.stockade.fleet.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.fleet.lake.Column;
import dev.stockade.fleet.lake.ColumnType;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import dev.stockade.fleet.record.Row;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowSliceTest {
  private static final Table TABLE = Tables.named(Tables.HANDSHAKES);

  @TempDir private Path folder;

  /** More than DuckDB takes at a time, so that each column passes in several pieces. */
  @Test
  void eachValuePassesWhateverItsColumnHolds() throws SQLException {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      rows.add(TestRows.of("tls.handshake", 1 + i, members(i)));
    }
    assertPasses(rows);
  }

  @Test
  void aSingleRowPasses() throws SQLException {
    for (int i = 0; i < 12; i++) {
      assertPasses(List.of(TestRows.of("tls.handshake", 1, members(i))));
    }
  }

  /** Few words, a word that SQL must quote, one for each row, wide ones, long ones, none. */
  private static String members(int i) {
    String reason = i % 7 == 0 ? "" : ",\"reason\":\"reason '" + i % 3 + "' \\\"x\\\"\"";
    String rules = i % 5 == 0 ? "" : i % 5 == 1 ? ",\"rules\":[]" : ",\"rules\":[\"a'\",\"b\"]";
    String rule = i % 11 == 0 ? "wide ü" : i % 11 == 1 ? "\\u0000" : i % 11 == 2 ? "" : "plain";
    String profile = i % 2 == 0 ? "p".repeat(300) : "q";
    String number = i % 4 == 0 ? "" : ",\"dhBits\":" + i;
    return ",\"mode\":\"audit\""
        + reason
        + rules
        + ",\"rule\":\""
        + rule
        + "\",\"policy\":{\"profile\":\""
        + profile
        + "\"},\"peer\":{\"host\":\"host-"
        + i
        + "\",\"port\":443},\"tls\":{\"resumed\":"
        + (i % 3 == 0)
        + number
        + "}";
  }

  private void assertPasses(List<Row> rows) throws SQLException {
    try (Connection connection = DuckDb.open(new Limits("1GB", 1), folder);
        Statement statement = connection.createStatement()) {
      RowScan scan = RowScan.in(connection);
      RowSlice slice = new RowSlice(TABLE, rows);
      String select = "SELECT " + slice.select() + " FROM " + scan.put("it's", slice);
      Path file = folder.resolve("rows.parquet");
      statement.execute("COPY (" + select + ") TO " + DuckDb.quoted(file.toString()));
      try (ResultSet result =
          statement.executeQuery(
              "SELECT * FROM read_parquet(" + DuckDb.quoted(file.toString()) + ") ORDER BY seq")) {
        assertTypes(result);
        for (Row row : rows) {
          assertThat(result.next()).isTrue();
          assertSame(row, result);
        }
        assertThat(result.next()).isFalse();
      }
    }
  }

  private static void assertTypes(ResultSet result) throws SQLException {
    for (int i = 0; i < TABLE.columns().size(); i++) {
      Column column = TABLE.columns().get(i);
      assertThat(result.getMetaData().getColumnName(i + 1)).isEqualTo(column.name());
      assertThat(result.getMetaData().getColumnTypeName(i + 1)).isEqualTo(column.type().sql());
    }
  }

  private static void assertSame(Row row, ResultSet result) throws SQLException {
    for (int i = 0; i < TABLE.columns().size(); i++) {
      ColumnType type = TABLE.columns().get(i).type();
      Object is = result.getObject(i + 1);
      String name = TABLE.columns().get(i).name() + " of " + row.seq();
      if (type == ColumnType.VARCHAR_LIST) {
        Object list = is == null ? null : Arrays.asList((Object[]) ((Array) is).getArray());
        assertThat(list).as(name).isEqualTo(row.texts(i));
      } else if (type == ColumnType.VARCHAR) {
        assertThat(is).as(name).isEqualTo(row.text(i));
      } else if (is == null) {
        assertThat(row.number(i)).as(name).isEqualTo(Row.NULL);
      } else if (type == ColumnType.BOOLEAN) {
        assertThat((boolean) is ? 1 : 0).as(name).isEqualTo(row.number(i));
      } else if (type != ColumnType.TIMESTAMP) {
        assertThat(((Number) is).longValue()).as(name).isEqualTo(row.number(i));
      }
    }
  }
}
