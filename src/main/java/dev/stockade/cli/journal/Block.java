package dev.stockade.cli.journal;

import java.nio.ByteBuffer;

/** Whole lines of a journal, one after the other, or one line that is too long to be held. */
final class Block {
  final byte[] bytes;

  /** Where the lines end; the last of them may have no line feed. */
  final int length;

  /** Whether it stands for one line of more than {@link JournalLines#MAX_LENGTH} bytes. */
  final boolean isTooLong;

  private final ByteBuffer words;

  Block(byte[] bytes, int length, boolean isTooLong) {
    this.bytes = bytes;
    this.length = length;
    this.isTooLong = isTooLong;
    this.words = Words.of(bytes);
  }

  /** Where the line ends that starts there, without its line feed. */
  int endOfLine(int start) {
    return Words.lineFeed(words, start, length);
  }
}
