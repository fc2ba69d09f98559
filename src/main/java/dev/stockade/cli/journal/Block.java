package dev.stockade.cli.journal;

/** Whole lines of a journal, one after the other, or one line that is too long to be held. */
final class Block {
  final byte[] bytes;

  /** Where the lines end; the last of them may have no line feed. */
  final int length;

  /** Whether it stands for one line of more than {@link JournalLines#MAX_LENGTH} bytes. */
  final boolean isTooLong;

  Block(byte[] bytes, int length, boolean isTooLong) {
    this.bytes = bytes;
    this.length = length;
    this.isTooLong = isTooLong;
  }

  /** Where the line ends that starts there, without its line feed. */
  int endOfLine(int start) {
    int end = start;
    while (end < length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }
}
