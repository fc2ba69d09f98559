package dev.stockade.fleet.spark;

import dev.stockade.fleet.lake.Column;
import dev.stockade.fleet.lake.ColumnType;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import dev.stockade.fleet.sql.Dialect;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * What tasks hand out: rows of all tables of records in one shape, which has the columns of each.
 * What is told of a file, and lines that are no records, come along as notes.
 */
final class ReadRow {
  /** The table of a row, or one of the two below. */
  static final String TABLE = "of_table";

  static final String NOTE = "note";

  /** A note that is a {@link SourceNote}. */
  static final String SOURCE = "_source";

  /** A note that is a line for the folder aside. */
  static final String ASIDE = "_aside";

  private static final Map<String, Column> COLUMNS = columns();
  private static final Map<String, Integer> PLACES = places();

  private ReadRow() {}

  static StructType schema() {
    StructType schema = new StructType().add(TABLE, "string").add(Table.DAY, "string");
    for (Column column : COLUMNS.values()) {
      schema = schema.add(column.name(), DataType.fromDDL(Dialect.spark.type(column.type())));
    }
    return schema.add(NOTE, "string");
  }

  static Row note(String kind, String text) {
    Object[] values = new Object[COLUMNS.size() + 3];
    values[0] = kind;
    values[values.length - 1] = text;
    return RowFactory.create(values);
  }

  static Row of(dev.stockade.fleet.record.Row row) {
    Object[] values = new Object[COLUMNS.size() + 3];
    Table table = row.table();
    values[0] = table.name();
    values[1] = row.day();
    for (int i = 0; i < table.columns().size(); i++) {
      Column column = table.columns().get(i);
      values[PLACES.get(column.name())] = value(row, i, column.type());
    }
    return RowFactory.create(values);
  }

  private static Object value(dev.stockade.fleet.record.Row row, int place, ColumnType type) {
    if (type == ColumnType.VARCHAR) {
      return row.text(place);
    }
    if (type == ColumnType.VARCHAR_LIST) {
      return row.texts(place) == null ? null : row.texts(place).toArray(new String[0]);
    }
    long number = row.number(place);
    if (number == dev.stockade.fleet.record.Row.NULL) {
      return null;
    }
    return switch (type) {
      case INTEGER -> (Object) (int) number;
      case BOOLEAN -> number != 0;
      case TIMESTAMP -> time(number);
      default -> number;
    };
  }

  private static LocalDateTime time(long micros) {
    long seconds = Math.floorDiv(micros, 1_000_000L);
    int nanos = (int) Math.floorMod(micros, 1_000_000L) * 1000;
    return LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC);
  }

  private static Map<String, Column> columns() {
    Map<String, Column> columns = new LinkedHashMap<>();
    for (String name : Tables.OF_RECORDS) {
      Tables.named(name).columns().forEach(column -> columns.putIfAbsent(column.name(), column));
    }
    return columns;
  }

  private static Map<String, Integer> places() {
    Map<String, Integer> places = new LinkedHashMap<>();
    COLUMNS.keySet().forEach(name -> places.put(name, places.size() + 2));
    return places;
  }
}
