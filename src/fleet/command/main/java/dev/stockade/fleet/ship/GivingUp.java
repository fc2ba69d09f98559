package dev.stockade.fleet.ship;

import dev.stockade.cli.follow.tail.FollowedRecord;
import dev.stockade.fleet.ship.Segment.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Makes room in a spool that is full: first the folded records of the oldest segments go, which
 * only say how often something came again, and when there are none left, the oldest others. Records
 * of kind {@code dropped} take their place.
 */
final class GivingUp {
  private static final String DROPPED = "dropped";

  private final Spool spool;
  private final Totals totals;
  private final Consumer<String> remarks;

  GivingUp(Spool spool, Totals totals, Consumer<String> remarks) {
    this.spool = spool;
    this.totals = totals;
    this.remarks = remarks;
  }

  /**
   * @return whether the spool has so many bytes at most then; where not, all that is left was tried
   *     already, and reading has to wait
   */
  boolean downTo(long bytes) throws IOException {
    while (spool.bytes() > bytes) {
      Segment folded = spool.rewrite(Stage.UNFOLDED);
      Segment any = folded == null ? spool.rewrite(Stage.GIVEN_UP) : folded;
      if (any == null) {
        return false;
      }
      try {
        rewrite(any, folded == null ? Stage.GIVEN_UP : Stage.UNFOLDED);
      } finally {
        spool.release();
      }
    }
    return true;
  }

  private void rewrite(Segment segment, Stage stage) throws IOException {
    DroppedRecords dropped = new DroppedRecords();
    try (Lines lines = new Lines(segment.open());
        SegmentWriter writer = new SegmentWriter(spool.folder())) {
      long given = 0;
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        FollowedRecord record = record(line);
        if (mayGo(record, stage)) {
          dropped.add(record);
          given++;
        } else {
          writer.add(line);
        }
      }
      for (byte[] line : dropped.lines()) {
        writer.add(line);
      }
      spool.replace(writer.finish(segment.number, stage, segment.hour));
      tell(stage, given);
    }
  }

  private void tell(Stage stage, long given) {
    if (given > 0) {
      boolean folded = stage == Stage.UNFOLDED;
      (folded ? totals.foldedGivenUp : totals.othersGivenUp).addAndGet(given);
      remarks.accept(
          "the spool is full: gave up the oldest "
              + given
              + (folded ? " folded records" : " records")
              + "; records of kind dropped tell of them");
    }
  }

  private static boolean mayGo(FollowedRecord record, Stage stage) {
    if (record == null) {
      return stage == Stage.GIVEN_UP;
    }
    boolean tells = DROPPED.equals(record.text("kind"));
    return !tells && (stage == Stage.GIVEN_UP || record.value("count") != null);
  }

  /** Null for a line that is no record. */
  private static FollowedRecord record(byte[] line) {
    try {
      return FollowedRecord.of(new String(line, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
