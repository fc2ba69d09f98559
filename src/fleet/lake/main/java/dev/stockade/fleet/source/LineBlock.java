package dev.stockade.fleet.source;

import dev.stockade.cli.journal.Words;

/**
 * Whole lines of a file, one after the other, or the beginning of a single line that is too long.
 *
 * @param length where the lines end; the last of them may have no line feed
 * @param skipped bytes of the line behind these, of one that is too long; else 0
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
public record LineBlock(byte[] bytes, int length, long skipped) {
  public boolean isTooLong() {
    return skipped > 0;
  }

  /** Bytes of the file that it stands for. */
  public long size() {
    return length + skipped;
  }

  /** Where the line ends that starts there, without its line feed. */
  public int endOfLine(int start) {
    return Words.lineFeed(Words.of(bytes), start, length);
  }

  /** Where its last line starts. */
  public int lastLine() {
    int start = length - 1;
    while (start > 0 && bytes[start - 1] != '\n') {
      start--;
    }
    return Math.max(0, start);
  }
}
