package dev.stockade.fleet.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * A file in blocks of whole lines, which several threads can parse at once. Of a line that is
 * longer than any record only the beginning is held.
 */
public final class LineBlocks {
  private static final int SIZE = 1 << 18;

  /** Longer than any record of any version. */
  public static final int MAX_LINE = 1 << 20;

  /** What is kept of a longer one. */
  private static final int KEPT = 1 << 16;

  private final InputStream in;
  private final boolean isClosed;
  private final Spare spare;
  private byte[] rest = new byte[0];
  private boolean isAtEnd;

  /** What ended the file before its end, to be thrown behind the lines that were read. */
  private IOException failure;

  /** Arrays of blocks that nobody needs any more, to be filled again. Used by one thread. */
  public static final class Spare {
    private final Deque<byte[]> arrays = new ArrayDeque<>();

    /** Nothing that was made of the block may use its bytes. */
    public void add(LineBlock block) {
      if (block.bytes().length == SIZE) {
        arrays.add(block.bytes());
      }
    }

    private byte[] take() {
      return arrays.isEmpty() ? new byte[SIZE] : arrays.remove();
    }
  }

  /**
   * @param isClosed whether a last line without a line feed is a whole one; else it waits
   */
  public LineBlocks(InputStream in, boolean isClosed) {
    this(in, isClosed, new Spare());
  }

  /**
   * @param spare gives the arrays
   */
  public LineBlocks(InputStream in, boolean isClosed, Spare spare) {
    this.spare = spare;
    this.in = in;
    this.isClosed = isClosed;
  }

  /**
   * The next lines.
   *
   * @return null behind the last one
   * @throws IOException when the file cannot be read any further, behind its last whole line
   */
  public LineBlock next() throws IOException {
    byte[] bytes = rest.length < SIZE ? spare.take() : Arrays.copyOf(rest, rest.length);
    System.arraycopy(rest, 0, bytes, 0, rest.length);
    int length = fill(bytes, rest.length);
    int end = endOfLines(bytes, length);
    while (end == 0 && !isAtEnd && bytes.length <= MAX_LINE) {
      bytes = Arrays.copyOf(bytes, Math.min(2 * bytes.length, MAX_LINE + 1));
      length = fill(bytes, length);
      end = endOfLines(bytes, length);
    }
    if (end == 0 && length > MAX_LINE) {
      return longLine(bytes, length);
    }
    rest = Arrays.copyOfRange(bytes, end, length);
    if (end > 0) {
      return new LineBlock(bytes, end, 0);
    }
    if (failure != null) {
      throw failure;
    }
    return null;
  }

  /** Whether there is a line behind the last block that has no end yet. */
  public boolean hasUnfinished() {
    return rest.length > 0;
  }

  private int fill(byte[] bytes, int from) {
    int length = from;
    while (length < bytes.length && !isAtEnd) {
      try {
        int read = in.read(bytes, length, bytes.length - length);
        isAtEnd = read < 0;
        length += Math.max(0, read);
      } catch (IOException e) {
        failure = e;
        isAtEnd = true;
      }
    }
    return length;
  }

  private int endOfLines(byte[] bytes, int length) {
    if (isAtEnd && failure == null && isClosed) {
      return length;
    }
    int end = length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  /** Null where its end is not there yet, though it is longer than any record already. */
  private LineBlock longLine(byte[] bytes, int length) throws IOException {
    byte[] kept = Arrays.copyOf(bytes, KEPT);
    long skipped = (long) length - KEPT;
    byte[] more = new byte[SIZE];
    while (true) {
      int filled = fill(more, 0);
      for (int i = 0; i < filled; i++) {
        if (more[i] == '\n') {
          rest = Arrays.copyOfRange(more, i + 1, filled);
          return new LineBlock(kept, KEPT, skipped + i + 1);
        }
      }
      skipped += filled;
      if (isAtEnd) {
        rest = new byte[isClosed ? 0 : 1];
        if (failure != null) {
          throw failure;
        }
        return isClosed ? new LineBlock(kept, KEPT, skipped) : null;
      }
    }
  }
}
