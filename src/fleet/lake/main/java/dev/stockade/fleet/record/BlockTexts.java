package dev.stockade.fleet.record;

import java.util.Arrays;

/**
 * A column of texts, or of lists of texts: its words, and a byte for each row. References to the
 * words would be four times as large, and the collector would follow each.
 */
final class BlockTexts extends BlockColumn {
  /** Words, the latest ones, among which a row's is looked for. */
  private static final int NEAR = 4;

  private Object[] words = new Object[1];
  private int count;

  /** By row, the number of its word from 1, 0 for nothing; null while one word is all. */
  private byte[] numbers;

  Object get(int row) {
    int number = numbers != null ? numbers[row] & 0xff : isInRun(row) ? 1 : 0;
    return number == 0 ? null : words[number - 1];
  }

  /** Each row is set a few times at most, so that there are no more words than a byte can tell. */
  void set(int row, Object word) {
    int number = word == null ? 0 : 1 + place(word);
    if (numbers == null) {
      boolean isTold = number == 0 ? !isInRun(row) : number == 1 && takesIntoRun(row);
      if (isTold) {
        return;
      }
      numbers = new byte[RowBlock.SIZE];
      Arrays.fill(numbers, first(), end(), (byte) 1);
    }
    numbers[row] = (byte) number;
  }

  private int place(Object word) {
    for (int i = count - 1; i >= Math.max(0, count - NEAR); i--) {
      if (words[i] == word) {
        return i;
      }
    }
    if (count == words.length) {
      words = Arrays.copyOf(words, 4 * count);
    }
    words[count] = word;
    return count++;
  }
}
