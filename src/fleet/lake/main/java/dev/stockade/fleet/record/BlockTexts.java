package dev.stockade.fleet.record;

import java.util.Arrays;

/**
 * One column of texts, or of lists of texts, in a {@link RowBlock}: its words, and a byte for each
 * row. The rows of a block are of one journal and say the same words over and over; references to
 * them would be four times as large, and the collector would follow each.
 */
final class BlockTexts {
  /** Words, the latest ones, among which a row's is looked for. */
  private static final int NEAR = 4;

  private Object[] words = new Object[NEAR];
  private int count;

  /** By row, the number of its word from 1; 0 for nothing. */
  private final byte[] numbers = new byte[RowBlock.SIZE];

  Object get(int row) {
    int number = numbers[row] & 0xff;
    return number == 0 ? null : words[number - 1];
  }

  /** Each row is set a few times at most, so that there are no more words than a byte can tell. */
  void set(int row, Object word) {
    numbers[row] = (byte) (word == null ? 0 : 1 + place(word));
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
