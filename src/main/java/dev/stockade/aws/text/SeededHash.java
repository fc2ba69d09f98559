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

  private SeededHash() {}

  public static long add(long hash, int value) {
    return (hash ^ value) * ODD;
  }

  public static long add(long hash, String text) {
    return add(hash, text, 0, text.length());
  }

  static long add(long hash, String text, int from, int to) {
    long sum = hash;
    for (int i = from; i < to; i++) {
      sum = add(sum, text.charAt(i));
    }
    return sum;
  }

  public static long of(byte[] bytes, int from, int to) {
    long hash = START;
    for (int i = from; i < to; i++) {
      hash = add(hash, bytes[i]);
    }
    return mix(hash);
  }

  /** Spreads what was added over all bits (the finaliser of SplitMix64). */
  public static long mix(long hash) {
    long a = (hash ^ hash >>> 30) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ a >>> 27) * 0x94D049BB133111EBL;
    return b ^ b >>> 31;
  }
}
