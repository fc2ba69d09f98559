package dev.stockade.fleet.ship;

import dev.stockade.cli.follow.tail.JournalTails;
import dev.stockade.cli.follow.tail.Places;
import dev.stockade.fleet.ship.Segment.Stage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Takes lines from journals into the spool. After each round the checkpoint says how far, and from
 * then on they are the spool's; before that they are the journals'.
 */
final class Reader {
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("yyyyMMddHH").withZone(ZoneOffset.UTC);

  private final JournalTails tails;
  private final Places places;
  private final Checkpoint checkpoint;
  private final Spool spool;
  private final Totals totals;
  private final Consumer<String> remarks;
  private final long packed;
  private final int round;
  private final long every;
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

  /** When the first line came into the segment that grows. */
  private long since = System.nanoTime();

  private long grown;
  private int inRound;

  Reader(
      ShipWishes wishes,
      Destination destination,
      Places places,
      Checkpoint checkpoint,
      Spool spool,
      Totals totals,
      Consumer<String> remarks) {
    this.tails = new JournalTails(List.copyOf(wishes.words()), places, remarks);
    this.places = places;
    this.checkpoint = checkpoint;
    this.spool = spool;
    this.totals = totals;
    this.remarks = remarks;
    // A quarter, so that there are segments of which something can be given up.
    this.packed = Math.min(destination.packed(), wishes.spoolBytes() / 4);
    this.round = destination.round();
    this.every =
        TimeUnit.MILLISECONDS.toNanos(
            wishes.everyMillis() == 0 ? destination.patience() : wishes.everyMillis());
  }

  /**
   * Reads what is new, and ends the segment when it is time.
   *
   * @return whether there may be more
   * @throws IOException when the spool cannot be written: then nothing may be read any more, as the
   *     lines of this round are neither here nor there
   */
  boolean round() throws IOException {
    lines.reset();
    inRound = 0;
    final boolean more = tails.poll(this::take);
    tellOfLost();
    if (lines.size() > 0) {
      if (checkpoint.records == 0) {
        since = System.nanoTime();
        grown = 0;
      }
      spool.growing().append(lines.toByteArray());
      grown += lines.size();
      checkpoint.length = spool.growing().length();
      checkpoint.records += inRound;
    }
    if (inRound > 0) {
      checkpoint.save(places);
      totals.read.addAndGet(inRound);
    }
    if (isDue()) {
      seal();
    }
    return more;
  }

  private boolean isDue() {
    return checkpoint.length >= packed
        || grown >= Math.max(round, packed * 32)
        || System.nanoTime() - since >= every;
  }

  /** Ends the segment that grows: the sender gets it. */
  void seal() throws IOException {
    if (checkpoint.records == 0) {
      return;
    }
    Segment segment;
    try (Lines all = new Lines(spool.growing().open());
        SegmentWriter writer = new SegmentWriter(spool.folder())) {
      for (byte[] line = all.next(); line != null; line = all.next()) {
        writer.add(line);
      }
      segment = writer.finish(checkpoint.open, Stage.WHOLE, HOUR.format(Instant.now()));
    }
    checkpoint.open++;
    checkpoint.length = 0;
    checkpoint.records = 0;
    checkpoint.save(places);
    spool.add(segment);
  }

  private boolean take(Path part, long at, byte[] line) {
    if (line == null) {
      totals.skipped.incrementAndGet();
      remarks.accept(part + ": the line before byte " + at + " is longer than 1 MB, and skipped");
      // The checkpoint has to go past it.
      return true;
    }
    lines.writeBytes(line);
    lines.write('\n');
    inRound++;
    return lines.size() < round;
  }

  private void tellOfLost() {
    long lost = tails.lost();
    if (lost > totals.lostBytes.getAndSet(lost)) {
      remarks.accept(lost + " bytes of journals in all were removed before they were read");
    }
  }
}
