package dev.stockade.fleet.duckdb;

import dev.stockade.fleet.lake.Column;
import dev.stockade.fleet.lake.ColumnType;
import dev.stockade.fleet.record.Row;
import java.util.List;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBWritableVector;

/**
 * Columns whose values pass to DuckDB one by one. Lists and times have no vector that Java may
 * write, so they pass as text and as microseconds; {@link #sql} makes them what they are.
 */
final class PlainColumn {
  /** Before each text of a list. */
  private static final char LIST = 0x1f;

  private static final char UNKNOWN = 0xfffd;

  private PlainColumn() {}

  static DuckDBColumnType type(ColumnType type) {
    return switch (type) {
      case BIGINT, TIMESTAMP -> DuckDBColumnType.BIGINT;
      case INTEGER -> DuckDBColumnType.INTEGER;
      case BOOLEAN -> DuckDBColumnType.BOOLEAN;
      default -> DuckDBColumnType.VARCHAR;
    };
  }

  static String sql(Column column) {
    String name = column.name();
    return switch (column.type()) {
      case TIMESTAMP -> "make_timestamp(" + name + ")";
      case VARCHAR_LIST ->
          "CASE WHEN "
              + name
              + " = '' THEN [] ELSE string_split(substr("
              + name
              + ", 2), chr(31)) END";
      default -> name;
    };
  }

  static void write(DuckDBWritableVector vector, ColumnType type, List<Row> rows, int column) {
    if (type.isText()) {
      boolean isList = type == ColumnType.VARCHAR_LIST;
      String[] texts = new String[rows.size()];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = isList ? list(rows.get(i).texts(column)) : rows.get(i).text(column);
      }
      vector.setStrings(0, texts);
      return;
    }
    for (int i = 0; i < rows.size(); i++) {
      long number = rows.get(i).number(column);
      if (number == Row.NULL) {
        continue;
      }
      if (type == ColumnType.INTEGER) {
        vector.setInt(i, (int) number);
      } else if (type == ColumnType.BOOLEAN) {
        vector.setBoolean(i, number != 0);
      } else {
        vector.setLong(i, number);
      }
    }
  }

  private static String list(List<String> texts) {
    if (texts == null) {
      return null;
    }
    StringBuilder all = new StringBuilder();
    texts.forEach(text -> all.append(LIST).append(text.replace(LIST, UNKNOWN)));
    return all.toString();
  }
}
