package dev.stockade.fleet.record;

/**
 * One column of a {@link RowBlock}. The rows of a block are of one journal and stand in its order,
 * so many columns hold one value from the first row that has any to the last: that takes no array.
 */
abstract class BlockColumn {
  private int first;
  private int end;

  /** Whether the one value is that of a row. */
  final boolean isInRun(int row) {
    return row >= first && row < end;
  }

  /** Gives the one value to another row; false where that would not make one run of rows. */
  final boolean takesIntoRun(int row) {
    if (end == 0) {
      first = row;
    } else if (row > end || row < first) {
      return false;
    }
    end = Math.max(end, row + 1);
    return true;
  }

  /** The first row with the one value. */
  final int first() {
    return first;
  }

  /** Behind the last. */
  final int end() {
    return end;
  }
}
