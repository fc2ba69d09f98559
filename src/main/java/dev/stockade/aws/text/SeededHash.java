package dev.stockade.aws.text;

/**
 * A 64-bit hash that distinguishes equal from different. Each process seeds it anew, so that a
 * value cannot be looked up from its hash in a table made beforehand, and nobody can prepare
 * collisions.
 */
public final class SeededHash {
  public static final long START =
      mix(System.nanoTime() ^ (long) System.identityHashCode(new Object()) << 32);

  private static final long ODD = 0x9E3779B97F4A7C15L;
  private static final long SPREAD = 0xBF58476D1CE4E5B9L;
  private static final int TURN = 31;

  private SeededHash() {}

  public static long add(long hash, int value) {
    return (hash ^ value) * ODD;
  }

  public static long add(long hash, String text) {
    return add(hash, text, 0, text.length());
  }

  public static long add(long hash, String text, int from, int to) {
    long sum = hash;
    for (int i = from; i < to; i++) {
      sum = add(sum, text.charAt(i));
    }
    return sum;
  }

  public static long of(byte[] bytes, int from, int to) {
    long hash = START ^ (to - from);
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      hash = addWord(hash, spread(word(bytes, i)));
    }
    return mix(addWord(hash, spread(rest(bytes, i, to))));
  }

  static long addWord(long hash, long spread) {
    return Long.rotateLeft(hash ^ spread, TURN) * ODD;
  }

  /** Makes of bits that differ many, lest those of the next word make up for them. */
  static long spread(long word) {
    long product = word * SPREAD;
    return product ^ product >>> 32;
  }

  /** Eight bytes; by hand, as a buffer is one object more for each text. */
  static long word(byte[] bytes, int at) {
    int high =
        bytes[at] << 24
            | (bytes[at + 1] & 0xFF) << 16
            | (bytes[at + 2] & 0xFF) << 8
            | (bytes[at + 3] & 0xFF);
    int low =
        bytes[at + 4] << 24
            | (bytes[at + 5] & 0xFF) << 16
            | (bytes[at + 6] & 0xFF) << 8
            | (bytes[at + 7] & 0xFF);
    return (long) high << Integer.SIZE | (low & 0xFFFFFFFFL);
  }

  /** Fewer bytes than make a word. */
  static long rest(byte[] bytes, int from, int to) {
    long word = 0;
    for (int i = from; i < to; i++) {
      word = word << Byte.SIZE | (bytes[i] & 0xFF);
    }
    return word;
  }

  /** Spreads what was added over all bits (the finaliser of SplitMix64). */
  public static long mix(long hash) {
    long a = (hash ^ hash >>> 30) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ a >>> 27) * 0x94D049BB133111EBL;
    return b ^ b >>> 31;
  }
}
