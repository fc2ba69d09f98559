package dev.stockade.fleet.record;

/**
 * A few rows of one table, column by column: most columns of most rows hold nothing, and one that
 * holds nothing in all of them takes no room. A batch has millions of rows, and the collector
 * copies them.
 */
final class RowBlock {
  static final int SIZE = 64;

  final Layout layout;

  /** By places of the {@link Layout}; null for a column that holds nothing. */
  private final BlockTexts[] values;

  private final BlockNumbers[] numbers;
  private int count;

  RowBlock(Layout layout) {
    this.layout = layout;
    this.values = new BlockTexts[layout.texts];
    this.numbers = new BlockNumbers[layout.numbers];
  }

  boolean isFull() {
    return count == SIZE;
  }

  /** A row that holds nothing yet. */
  Row add() {
    return new Row(this, count++);
  }

  Object value(int place, int row) {
    BlockTexts column = values[place];
    return column == null ? null : column.get(row);
  }

  long number(int place, int row) {
    BlockNumbers column = numbers[place];
    return column == null ? Row.NULL : column.get(row);
  }

  void setValue(int place, int row, Object value) {
    if (values[place] == null) {
      if (value == null) {
        return;
      }
      values[place] = new BlockTexts();
    }
    values[place].set(row, value);
  }

  void setNumber(int place, int row, long number) {
    if (numbers[place] == null) {
      if (number == Row.NULL) {
        return;
      }
      numbers[place] = new BlockNumbers(number);
    }
    numbers[place].set(row, number);
  }
}
