package dev.stockade.fleet.record;

import java.util.Arrays;

/** A column of numbers. */
final class BlockNumbers extends BlockColumn {
  private final long one;

  /** Null while one number is all. */
  private long[] numbers;

  /**
   * @param one the first that it will hold
   */
  BlockNumbers(long one) {
    this.one = one;
  }

  long get(int row) {
    return numbers != null ? numbers[row] : isInRun(row) ? one : Row.NULL;
  }

  void set(int row, long number) {
    if (numbers == null) {
      boolean isTold = number == Row.NULL ? !isInRun(row) : number == one && takesIntoRun(row);
      if (isTold) {
        return;
      }
      numbers = new long[RowBlock.SIZE];
      Arrays.fill(numbers, Row.NULL);
      Arrays.fill(numbers, first(), end(), one);
    }
    numbers[row] = number;
  }
}
