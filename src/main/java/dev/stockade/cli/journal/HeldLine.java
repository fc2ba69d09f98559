package dev.stockade.cli.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The line that is being read. A file from outside may be a single line of any length, so no more
 * of it is held than a record can have.
 */
public final class HeldLine {
  /** Far more than any version of Stockade writes. */
  public static final int MAX_LENGTH = 1 << 20;

  private byte[] line = new byte[1 << 13];
  private int length;
  private boolean tooLong;

  /** Begins a new one. */
  public void clear() {
    length = 0;
    tooLong = false;
  }

  /** Goes on with these bytes. */
  public void take(byte[] buffer, int from, int to) {
    tooLong |= length + to - from > MAX_LENGTH;
    if (tooLong) {
      length = 0;
      return;
    }
    if (length + to - from > line.length) {
      line = Arrays.copyOf(line, Math.max(2 * line.length, length + to - from));
    }
    System.arraycopy(buffer, from, line, length, to - from);
    length += to - from;
  }

  /** Whether it has more than {@link #MAX_LENGTH} bytes, and no text therefore. */
  public boolean isTooLong() {
    return tooLong;
  }

  /** A copy. */
  public byte[] bytes() {
    return Arrays.copyOf(line, length);
  }

  public String text() {
    return new String(line, 0, length, StandardCharsets.UTF_8);
  }
}
