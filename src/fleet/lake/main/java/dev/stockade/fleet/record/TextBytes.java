package dev.stockade.fleet.record;

import dev.stockade.cli.journal.Words;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a text, of which eight are looked at in one go. */
final class TextBytes {
  private static final long PRIME = 0x9E3779B97F4A7C15L;

  /** Marks bytes that are more than ASCII. */
  private static final long WIDE = 0x8080808080808080L;

  private TextBytes() {}

  /** Of the first bytes of a word, the others as 0. */
  static long first(long word, int bytes) {
    return word & ~(-1L << (bytes * Byte.SIZE));
  }

  /** The hash of a text goes on with its next eight bytes, or with its last ones. */
  static long hash(long before, long word) {
    long hash = (before ^ word) * PRIME;
    return hash ^ hash >>> 29;
  }

  static boolean isWide(long word) {
    return (word & WIDE) != 0;
  }

  /** As {@link JsonScanner} counts it. */
  static int hash(byte[] text) {
    ByteBuffer words = Words.of(Arrays.copyOf(text, text.length + Long.BYTES));
    long hash = 0;
    int at = 0;
    for (; at + Long.BYTES <= text.length; at += Long.BYTES) {
      hash = hash(hash, words.getLong(at));
    }
    return (int) hash(hash, first(words.getLong(at), text.length - at));
  }

  /** Whether they are UTF-8. */
  static boolean isUtf8(byte[] bytes, int start, int end) {
    String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    if (text.indexOf('\ufffd') < 0) {
      return true;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, end - start));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
