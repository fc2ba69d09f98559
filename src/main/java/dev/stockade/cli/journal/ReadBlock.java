package dev.stockade.cli.journal;

import java.util.ArrayList;
import java.util.List;

/** What was read of a block, in the order of its lines. */
final class ReadBlock {
  final List<SeenRecord> records = new ArrayList<>();
  final List<SkippedLine> skipped = new ArrayList<>();

  /** All lines, also blank ones. */
  long lines;

  /** A line that is no record. */
  static final class SkippedLine {
    /** In the block; the first is 1. */
    final long number;

    final String why;

    /** Whether it does not even start as a record. */
    final boolean isStrange;

    SkippedLine(long number, String why, boolean isStrange) {
      this.number = number;
      this.why = why;
      this.isStrange = isStrange;
    }
  }
}
