package dev.stockade.fleet.record;

import dev.stockade.fleet.lake.Table;
import java.util.List;

/** A row of one of the tables of records, by the places of its columns. */
public final class Row {
  /** The number that stands for SQL's NULL. */
  public static final long NULL = Long.MIN_VALUE;

  static final int TS = Layout.common("ts");
  static final int SERVICE = Layout.common("service");
  static final int INSTANCE = Layout.common("instance");
  static final int PID = Layout.common("pid");
  static final int PROCESS = Layout.common("process");
  static final int RUN_TS = Layout.common("run_ts");
  static final int SEQ = Layout.common("seq");
  static final int LINE_HASH = Layout.common("line_hash");
  static final int COUNT = Layout.common("n");
  static final int FIRST = Layout.common("first_ts");
  static final int LAST = Layout.common("last_ts");
  static final int EXTRA = Layout.common("extra");

  private final RowBlock block;
  private final int index;

  Row(RowBlock block, int index) {
    this.block = block;
    this.index = index;
  }

  /** By a place of the {@link Layout}. */
  Object valueAt(int place) {
    return block.value(place, index);
  }

  long numberAt(int place) {
    return block.number(place, index);
  }

  void setValue(int place, Object value) {
    block.setValue(place, index, value);
  }

  void setNumber(int place, long number) {
    block.setNumber(place, index, number);
  }

  Layout layout() {
    return block.layout;
  }

  public Table table() {
    return block.layout.table;
  }

  /** Of a VARCHAR; null for NULL. */
  public String text(int column) {
    return (String) valueAt(block.layout.places[column]);
  }

  /** Of a VARCHAR or a VARCHAR[]: a text or a list of texts; null for NULL. */
  public Object value(int column) {
    return valueAt(block.layout.places[column]);
  }

  /** Of a VARCHAR[]; null for NULL. */
  @SuppressWarnings("unchecked")
  public List<String> texts(int column) {
    return (List<String>) valueAt(block.layout.places[column]);
  }

  /** Of a number; microseconds since the epoch of a time; 1 or 0 of a boolean; or {@link #NULL}. */
  public long number(int column) {
    return numberAt(block.layout.places[column]);
  }

  public String service() {
    return (String) valueAt(SERVICE);
  }

  public String instance() {
    return (String) valueAt(INSTANCE);
  }

  public long pid() {
    return numberAt(PID);
  }

  /** Null where the record has none. */
  public String process() {
    return (String) valueAt(PROCESS);
  }

  /** The UTC day of its time, {@code yyyy-MM-dd}. */
  public String day() {
    return RecordTime.day(numberAt(TS));
  }

  /** Days since the epoch. */
  public long dayNumber() {
    return RecordTime.dayNumber(numberAt(TS));
  }

  /** Microseconds since the epoch. */
  public long time() {
    return numberAt(TS);
  }

  /** See columns.txt. */
  public long lineHash() {
    return numberAt(LINE_HASH);
  }

  /** In its process, from 1. */
  public long seq() {
    return numberAt(SEQ);
  }

  /** What tells its process from others: builds before 0.1.0 gave it no name. */
  public String run() {
    String process = process();
    return process != null ? process : instance() + " " + pid();
  }

  /** Tells when its process wrote its first record, in microseconds since the epoch. */
  public void runsSince(long time) {
    setNumber(RUN_TS, time);
  }
}
