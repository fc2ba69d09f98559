package dev.stockade.cli.journal;

import static dev.stockade.journal.record.RecordFields.COUNT;
import static dev.stockade.journal.record.RecordFields.FIRST;
import static dev.stockade.journal.record.RecordFields.LAST;
import static dev.stockade.journal.record.RecordFields.TIME;

import dev.stockade.cli.command.JsonView;

/** One record of a journal: what it has in common with others, and when and how often it was. */
public final class SeenRecord {
  private final KnownLine line;
  private final long first;
  private final long last;
  private final long count;

  SeenRecord(KnownLine line, long first, long last, long count) {
    this.line = line;
    this.first = first;
    this.last = last;
    this.count = count;
  }

  /** A record that is neither handshake nor request: its time may be none that is known. */
  static SeenRecord other(KnownLine line, JsonView record) {
    try {
      long last = RecordReader.time(record, record.has(LAST) ? LAST : TIME);
      long first = record.has(FIRST) ? RecordReader.time(record, FIRST) : last;
      return new SeenRecord(line, first, last, Math.max(1, record.whole(COUNT)));
    } catch (IllegalArgumentException e) {
      // Of a later version, perhaps: that it is there is known nevertheless.
      return new SeenRecord(line, StrictTime.NONE, StrictTime.NONE, 1);
    }
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

  /** How many events it stands for, at least 1. */
  public long count() {
    return count;
  }
}
