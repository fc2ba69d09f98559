package dev.stockade.cli.journal;

import static dev.stockade.journal.record.RecordFields.COUNT;
import static dev.stockade.journal.record.RecordFields.FIRST;
import static dev.stockade.journal.record.RecordFields.LAST;
import static dev.stockade.journal.record.RecordFields.TIME;

import dev.stockade.cli.command.JsonView;
import dev.stockade.journal.record.RecordFields;
import java.util.Map;

/** One record of a journal: what it has in common with others, and when and how often it was. */
public final class SeenRecord {
  /** What certificates are like is in records of their own, which a store has in a table. */
  private static final RecordReader READER = new RecordReader(new KnownCertificates());

  private final KnownLine line;
  private final long first;
  private final long last;
  private final long count;
  private final long records;

  SeenRecord(KnownLine line, long first, long last, long count) {
    this(line, first, last, count, 1);
  }

  private SeenRecord(KnownLine line, long first, long last, long count, long records) {
    this.line = line;
    this.first = first;
    this.last = last;
    this.count = count;
    this.records = records;
  }

  /**
   * Records of a store that differ in nothing but time and count, as one.
   *
   * @param members what they have in common, as {@link dev.stockade.journal.record.RecordFields}
   *     names it
   * @param first when the first was, in milliseconds since the epoch
   * @param last when the last was
   * @param count how many events they stand for, at least 1
   * @param records how many they are, at least 1
   * @throws IllegalArgumentException when it is no record that this version can read
   */
  public static SeenRecord of(
      Map<String, Object> members, long first, long last, long count, long records) {
    JsonView view = new JsonView("record", members);
    RecordedFact fact = READER.read(view);
    KnownLine line = new KnownLine(view.text(RecordFields.KIND), fact, members, null, 0);
    return new SeenRecord(line, first, last, count, records);
  }

  /** A record that is neither handshake nor request: its time may be none that is known. */
  static SeenRecord other(KnownLine line, JsonView record) {
    try {
      long last = RecordTime.of(record, record.has(LAST) ? LAST : TIME);
      long first = record.has(FIRST) ? RecordTime.of(record, FIRST) : last;
      return new SeenRecord(line, first, last, Math.max(1, record.whole(COUNT)));
    } catch (IllegalArgumentException e) {
      // Of a later version, perhaps: that it is there is known nevertheless.
      return new SeenRecord(line, StrictTime.NONE, StrictTime.NONE, 1);
    }
  }

  /** Several of the same line as one, with the time of the first and of the last, and their sum. */
  public SeenRecord summed(long firstTime, long lastTime, long sum) {
    return new SeenRecord(line, firstTime, lastTime, sum, records);
  }

  public KnownLine line() {
    return line;
  }

  /** The handshake or request as this record has it; null for the rest. */
  public RecordedFact fact() {
    return line.fact() == null ? null : line.fact().at(first, last, count);
  }

  /**
   * When it was seen first, in milliseconds since the epoch; {@link Long#MIN_VALUE} where the time
   * of a record that is neither handshake nor request is none.
   */
  public long first() {
    return first;
  }

  /** As {@link #first()}, when it was seen last. */
  public long last() {
    return last;
  }

  /** How many records of a store it is; of a journal 1. */
  long records() {
    return records;
  }

  /** How many events it stands for, at least 1. */
  public long count() {
    return count;
  }
}
