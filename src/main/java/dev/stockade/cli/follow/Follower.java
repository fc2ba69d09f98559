package dev.stockade.cli.follow;

import dev.stockade.cli.follow.metric.Metrics;
import dev.stockade.cli.follow.metric.OwnMetric;
import dev.stockade.cli.follow.tail.FollowedRecord;
import dev.stockade.cli.follow.tail.JournalTails;
import dev.stockade.cli.follow.tail.Places;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads a round of new records, hands them to all outputs, and only when they are safe there says
 * so in the checkpoint: after a crash they come again.
 */
final class Follower {
  /** Between two checkpoints; bounds what comes twice, and what is held. */
  private static final int MAX_RECORDS = 2_000;

  private static final int MAX_CHARACTERS = 4 << 20;

  /** Of lines that are none; then they are only counted. */
  private static final int MAX_REMARKS = 10;

  private final JournalTails tails;
  private final Places places;
  private final Metrics metrics;
  private final List<Output> outputs;
  private final StateFolder state;
  private final Consumer<String> remarks;
  private long records;
  private long skipped;
  private long lost;
  private int inRound;
  private int characters;
  private IOException failure;

  /**
   * @param state null for none
   */
  Follower(
      List<String> words,
      Places places,
      Metrics metrics,
      List<Output> outputs,
      StateFolder state,
      Consumer<String> remarks) {
    this.tails = new JournalTails(words, places, remarks);
    this.places = places;
    this.metrics = metrics;
    this.outputs = outputs;
    this.state = state;
    this.remarks = remarks;
  }

  /** Records that were handed on. */
  long records() {
    return records;
  }

  /** Lines that are none. */
  long skipped() {
    return skipped;
  }

  /** Whether an output takes nothing now. */
  boolean isHeldUp() {
    return outputs.stream().anyMatch(Output::isFull);
  }

  /**
   * Hands on what is new.
   *
   * @return whether there may be more
   * @throws IOException when an output or the checkpoint cannot be written: then nothing was
   */
  boolean round() throws IOException {
    inRound = 0;
    characters = 0;
    boolean more = tails.poll(this::take);
    if (failure != null) {
      throw failure;
    }
    if (tails.lost() > lost) {
      metrics.add(OwnMetric.LOST_BYTES, tails.lost() - lost);
      remarks.accept(
          (tails.lost() - lost) + " bytes of journals were removed before they were read");
      lost = tails.lost();
    }
    if (inRound > 0) {
      for (Output output : outputs) {
        output.flush();
      }
      if (state != null) {
        state.save(places, metrics);
      }
    }
    return more;
  }

  private boolean take(Path part, long at, byte[] bytes) {
    String line = bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    inRound++;
    characters += line == null ? 0 : line.length();
    FollowedRecord record = isBlank(line) ? null : record(part, at, line);
    if (record != null) {
      take(record);
    }
    return failure == null && inRound < MAX_RECORDS && characters < MAX_CHARACTERS;
  }

  /** Null for a line that is none. */
  private FollowedRecord record(Path part, long at, String line) {
    try {
      if (line == null) {
        throw new IllegalArgumentException("longer than 1 MB");
      }
      return FollowedRecord.of(line);
    } catch (IllegalArgumentException e) {
      skipped++;
      metrics.add(OwnMetric.SKIPPED_LINES, 1);
      if (skipped <= MAX_REMARKS) {
        String last = skipped == MAX_REMARKS ? "; more like it are only counted" : "";
        remarks.accept(
            part + ": the line before byte " + at + " is skipped: " + e.getMessage() + last);
      }
      return null;
    }
  }

  private static boolean isBlank(String line) {
    return line != null && line.trim().isEmpty();
  }

  private void take(FollowedRecord record) {
    try {
      metrics.take(record);
      for (Output output : outputs) {
        output.take(record);
      }
      records++;
    } catch (IOException e) {
      failure = e;
    }
  }
}
