package dev.stockade.cli.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Eight bytes of a line at a time, the first in the lowest bits. */
public final class Words {
  static final int BYTES = Long.BYTES;

  private static final long EACH = 0x0101010101010101L;
  private static final long HIGHEST = 0x8080808080808080L;
  private static final long QUOTES = 0x2222222222222222L;
  private static final long BACKSLASHES = 0x5C5C5C5C5C5C5C5CL;
  private static final long FEEDS = 0x0A0A0A0A0A0A0A0AL;
  private static final long BLANKS = 0x2020202020202020L;
  private static final long PRIME = 0x9E3779B97F4A7C15L;

  private Words() {}

  public static ByteBuffer of(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * How many bytes there are before the first that is a quotation mark, a backslash or a control
   * character.
   */
  public static int plainBytes(long word) {
    long quotes = word ^ QUOTES;
    long backslashes = word ^ BACKSLASHES;
    // Each term marks the first of its kind rightly, and perhaps some behind that.
    long found =
        ((quotes - EACH) & ~quotes)
            | ((backslashes - EACH) & ~backslashes)
            | ((word - BLANKS) & ~word);
    return Long.numberOfTrailingZeros(found & HIGHEST) >>> 3;
  }

  /** How many bytes there are before the first line feed. */
  static int bytesBeforeLineFeed(long word) {
    long feeds = word ^ FEEDS;
    return Long.numberOfTrailingZeros((feeds - EACH) & ~feeds & HIGHEST) >>> 3;
  }

  /**
   * Where the first line feed is.
   *
   * @return {@code to} where there is none before
   */
  public static int lineFeed(ByteBuffer bytes, int from, int to) {
    int at = from;
    for (; at + BYTES <= to; at += BYTES) {
      int before = bytesBeforeLineFeed(bytes.getLong(at));
      if (before < BYTES) {
        return at + before;
      }
    }
    while (at < to && bytes.get(at) != '\n') {
      at++;
    }
    return at;
  }

  /** Of the first bytes; what stands behind them does not matter. */
  static int hash(ByteBuffer bytes, int length) {
    long hash = length;
    int at = 0;
    for (; at + BYTES <= length; at += BYTES) {
      hash = (hash ^ bytes.getLong(at)) * PRIME;
      hash ^= hash >>> 29;
    }
    for (; at < length; at++) {
      hash = (hash ^ bytes.get(at)) * PRIME;
    }
    return (int) (hash ^ hash >>> 32);
  }

  /** Whether the first bytes of both are the same. */
  static boolean areSame(ByteBuffer one, ByteBuffer other, int length) {
    int at = 0;
    for (; at + BYTES <= length; at += BYTES) {
      if (one.getLong(at) != other.getLong(at)) {
        return false;
      }
    }
    for (; at < length; at++) {
      if (one.get(at) != other.get(at)) {
        return false;
      }
    }
    return true;
  }
}
