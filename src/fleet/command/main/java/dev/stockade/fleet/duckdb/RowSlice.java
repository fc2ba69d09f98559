package dev.stockade.fleet.duckdb;

import dev.stockade.fleet.lake.Column;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.record.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBWritableVector;

/**
 * Rows of one table, and how DuckDB gets their columns. Most columns of most rows hold nothing, or
 * one of few words: of these a number passes, four in one BIGINT, and SQL has the words. So a text
 * is neither encoded, copied nor hashed for each row, which is most of what writing one costs.
 */
final class RowSlice implements ScannedRows {
  /** Numbers of words in one BIGINT. */
  private static final int PACKED = Long.SIZE / Character.SIZE;

  /** Rows for each word from which on a word pays. */
  private static final int WORTH = 128;

  /** Rows that stay in a processor's cache while column by column is gone through. */
  private static final int BLOCK = 512;

  private static final String PREFIX = "words_";

  private final Table table;
  private final List<Row> rows;

  /** By column; null for one that passes as it is. */
  private final ColumnWords[] words;

  /** Of the columns of whose words the numbers pass. */
  private final List<ColumnWords> packed = new ArrayList<>();

  /** Places of the columns that pass as they are. */
  private final List<Integer> plain = new ArrayList<>();

  private final List<String> sql = new ArrayList<>();
  private final Map<String, DuckDBColumnType> columns = new LinkedHashMap<>();

  /**
   * @param rows of this table
   */
  RowSlice(Table table, List<Row> rows) {
    this.table = table;
    this.rows = rows;
    this.words = words();
    for (int i = 0; i < words.length; i++) {
      Column column = table.columns().get(i);
      sql.add(pass(i, column) + " AS " + column.name());
    }
    for (int i = 0; i < packed.size(); i += PACKED) {
      columns.put(PREFIX + i / PACKED, DuckDBColumnType.BIGINT);
    }
    plain.stream()
        .map(table.columns()::get)
        .forEach(column -> columns.put(column.name(), PlainColumn.type(column.type())));
  }

  private ColumnWords[] words() {
    int most = 1 + rows.size() / WORTH;
    ColumnWords[] all =
        table.columns().stream()
            .map(column -> column.type().isText() ? new ColumnWords(rows.size(), most) : null)
            .toArray(ColumnWords[]::new);
    for (int from = 0; from < rows.size(); from += BLOCK) {
      int to = Math.min(rows.size(), from + BLOCK);
      for (int i = 0; i < all.length; i++) {
        all[i] = all[i] != null && read(all[i], i, from, to) ? all[i] : null;
      }
    }
    return all;
  }

  private boolean read(ColumnWords of, int column, int from, int to) {
    for (int i = from; i < to; i++) {
      of.add(rows.get(i).value(column));
    }
    return of.isFit();
  }

  /** Decides how a column passes, and gives its SQL. */
  private String pass(int place, Column column) {
    ColumnWords ofColumn = words[place];
    if (ofColumn == null && (column.type().isText() || hasNumber(place))) {
      plain.add(place);
      return PlainColumn.sql(column);
    }
    if (ofColumn == null || ofColumn.isNothing()) {
      return "CAST(NULL AS " + column.type().sql() + ")";
    }
    if (ofColumn.isConstant()) {
      return ofColumn.sql(null);
    }
    int shift = Character.SIZE * (packed.size() % PACKED);
    String number = PREFIX + packed.size() / PACKED + " >> " + shift + " & 65535";
    packed.add(ofColumn);
    return ofColumn.sql(number);
  }

  private boolean hasNumber(int column) {
    for (Row row : rows) {
      if (row.number(column) != Row.NULL) {
        return true;
      }
    }
    return false;
  }

  /** SQL of the table's columns, from those that pass. */
  String select() {
    return String.join(", ", sql);
  }

  @Override
  public int count() {
    return rows.size();
  }

  @Override
  public Map<String, DuckDBColumnType> columns() {
    return columns;
  }

  @Override
  public void write(int column, DuckDBWritableVector vector, int from, int count) {
    int place = column - (columns.size() - plain.size());
    if (place < 0) {
      pack(column, vector, from, count);
    } else {
      Column one = table.columns().get(plain.get(place));
      PlainColumn.write(vector, one.type(), rows.subList(from, from + count), plain.get(place));
    }
  }

  private void pack(int column, DuckDBWritableVector vector, int from, int count) {
    long[] numbers = new long[count];
    for (int i = Math.min(packed.size(), (column + 1) * PACKED) - 1; i >= column * PACKED; i--) {
      packed.get(i).pack(numbers, from);
    }
    for (int i = 0; i < count; i++) {
      vector.setLong(i, numbers[i]);
    }
  }
}
