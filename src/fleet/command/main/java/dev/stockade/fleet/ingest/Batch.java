package dev.stockade.fleet.ingest;

import dev.stockade.fleet.duckdb.Stage;
import dev.stockade.fleet.record.Row;
import dev.stockade.fleet.source.LineBlock;
import dev.stockade.fleet.source.ParsedBlock;
import dev.stockade.fleet.source.Reading;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/** What is read until it is written as a whole. */
final class Batch {
  private static final long MICROS = 1_000_000;

  /** Before there was any Stockade, a clock was wrong. */
  private static final long EARLY = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond() * MICROS;

  private final boolean isDry;
  private final String id;
  private final Stage stage = new Stage();
  private final AsideFile aside;
  private final Set<Reading> readings = new LinkedHashSet<>();
  private final Totals totals = new Totals();
  private final long late = Instant.now().plus(Duration.ofDays(1)).getEpochSecond() * MICROS;
  private long bytes;
  private long held;

  /**
   * @param isDry whether it only counts
   */
  Batch(String id, Path work, boolean isDry) {
    this.isDry = isDry;
    this.id = id;
    this.aside = new AsideFile(work.resolve(id).resolve("aside.ndjson"));
  }

  String id() {
    return id;
  }

  Stage stage() {
    return stage;
  }

  AsideFile aside() {
    return aside;
  }

  Set<Reading> readings() {
    return readings;
  }

  Totals totals() {
    return totals;
  }

  /** Of the lines that were read for it. */
  long bytes() {
    return bytes;
  }

  /** Of memory that its rows take, about. */
  long held() {
    return held;
  }

  /** Something of a file is in it, or is known of it now. */
  void touch(Reading reading) {
    readings.add(reading);
  }

  void count(LineBlock block) {
    bytes += block.size();
  }

  void take(Reading reading, ParsedBlock block) {
    long before = reading.take(block);
    totals.read += block.rows.size() + block.aside.size();
    totals.aside += block.aside.size();
    if (isDry) {
      return;
    }
    held += block.held;
    for (ParsedBlock.AsideLine line : block.aside) {
      aside.add(line.json(reading.source().name(), before));
    }
    for (Row row : block.rows) {
      reading.runs().tell(row);
      totals.oddTimes += row.time() < EARLY || row.time() > late ? 1 : 0;
      stage.add(row);
    }
  }

  /** Whether there is anything to be written. */
  boolean isEmpty() {
    return readings.isEmpty();
  }
}
