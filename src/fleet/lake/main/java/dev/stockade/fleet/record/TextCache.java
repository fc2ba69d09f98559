package dev.stockade.fleet.record;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts by their bytes: records say the same words over and over. An entry gives way to the next of
 * its place, so it cannot grow.
 *
 * <p>Used by one thread.
 */
final class TextCache {
  private static final int SIZE = 1 << 13;
  private static final int MAX_LENGTH = 256;

  /** What a text takes beside its characters. */
  private static final int OBJECT = 56;

  private final byte[][] keys = new byte[SIZE][];
  private final String[] texts = new String[SIZE];
  private long made;

  /**
   * @param hash of the bytes
   * @param isWide whether they are more than ASCII: UTF-8
   */
  String of(byte[] line, int start, int end, int hash, boolean isWide) {
    int length = end - start;
    Charset charset = isWide ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    if (length > MAX_LENGTH) {
      return made(new String(line, start, length, charset), isWide);
    }
    int place = (hash ^ hash >>> 13) & (SIZE - 1);
    byte[] key = keys[place];
    if (key == null || !Arrays.equals(key, 0, key.length, line, start, end)) {
      keys[place] = Arrays.copyOfRange(line, start, end);
      texts[place] = made(new String(line, start, length, charset), isWide);
    }
    return texts[place];
  }

  /** Counts a text that was made anew. */
  String made(String text) {
    return made(text, true);
  }

  private String made(String text, boolean isWide) {
    made += OBJECT + (isWide ? Character.BYTES : 1) * text.length();
    return text;
  }

  /** Bytes of memory of all texts that were made anew, about. */
  long made() {
    return made;
  }
}
