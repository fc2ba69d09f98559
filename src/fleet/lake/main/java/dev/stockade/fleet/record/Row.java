package dev.stockade.fleet.record;

import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import java.util.Arrays;
import java.util.List;

/** A row of one of the tables of records, by the places of its columns. */
public final class Row {
  /** The number that stands for SQL's NULL. */
  public static final long NULL = Long.MIN_VALUE;

  private static final Table ANY = Tables.named(Tables.EVENTS);
  static final int TS = ANY.indexOf("ts");
  static final int SERVICE = ANY.indexOf("service");
  static final int INSTANCE = ANY.indexOf("instance");
  static final int PID = ANY.indexOf("pid");
  static final int PROCESS = ANY.indexOf("process");
  static final int RUN_TS = ANY.indexOf("run_ts");
  static final int SEQ = ANY.indexOf("seq");
  static final int LINE_HASH = ANY.indexOf("line_hash");
  static final int KIND = ANY.indexOf("kind");
  static final int COUNT = ANY.indexOf("n");
  static final int FIRST = ANY.indexOf("first_ts");
  static final int LAST = ANY.indexOf("last_ts");
  static final int EXTRA = ANY.indexOf("extra");

  private final Table table;
  final Object[] values;
  final long[] numbers;

  Row(Table table) {
    this.table = table;
    this.values = new Object[table.columns().size()];
    this.numbers = new long[table.columns().size()];
    Arrays.fill(numbers, NULL);
  }

  public Table table() {
    return table;
  }

  /** Of a VARCHAR; null for NULL. */
  public String text(int column) {
    return (String) values[column];
  }

  /** Of a VARCHAR[]; null for NULL. */
  @SuppressWarnings("unchecked")
  public List<String> texts(int column) {
    return (List<String>) values[column];
  }

  /** Of a number; microseconds since the epoch of a time; 1 or 0 of a boolean; or {@link #NULL}. */
  public long number(int column) {
    return numbers[column];
  }

  /** The UTC day of its time, {@code yyyy-MM-dd}. */
  public String day() {
    return RecordTime.day(numbers[TS]);
  }

  /** Days since the epoch. */
  public long dayNumber() {
    return RecordTime.dayNumber(numbers[TS]);
  }

  /** Microseconds since the epoch. */
  public long time() {
    return numbers[TS];
  }

  /** See columns.txt. */
  public long lineHash() {
    return numbers[LINE_HASH];
  }

  /** In its process, from 1. */
  public long seq() {
    return numbers[SEQ];
  }

  /** What tells its process from others: builds before 0.1.0 gave it no name. */
  public String run() {
    return values[PROCESS] != null
        ? (String) values[PROCESS]
        : values[INSTANCE] + " " + numbers[PID];
  }

  /** Tells when its process wrote its first record, in microseconds since the epoch. */
  public void runsSince(long time) {
    numbers[RUN_TS] = time;
  }
}
