package dev.stockade.aws.text;

import java.util.Arrays;

/** A key of HMAC-SHA-256, as the two blocks that the algorithm starts with. */
public final class HmacKey {
  private static final byte INNER = 0x36;
  private static final byte OUTER = 0x5c;

  private final byte[] inner = new byte[Sha256.BLOCK];
  private final byte[] outer = new byte[Sha256.BLOCK];
  private volatile boolean gone;

  /**
   * @param key copied; longer keys than a block must be hashed before
   */
  public HmacKey(byte[] key) {
    Arrays.fill(inner, INNER);
    Arrays.fill(outer, OUTER);
    for (int i = 0; i < key.length; i++) {
      inner[i] ^= key[i];
      outer[i] ^= key[i];
    }
  }

  public byte[] inner() {
    return inner;
  }

  byte[] outer() {
    return outer;
  }

  public boolean is(byte[] key) {
    int difference = 0;
    for (int i = 0; i < Sha256.BLOCK; i++) {
      difference |= inner[i] ^ INNER ^ (i < key.length ? key[i] : 0);
    }
    return difference == 0 && key.length <= Sha256.BLOCK;
  }

  /** Overwrites the key. Who is computing with it learns so from {@link #isGone} afterwards. */
  public void wipe() {
    gone = true;
    Arrays.fill(inner, (byte) 0);
    Arrays.fill(outer, (byte) 0);
  }

  /** Whether what was computed with it may be wrong. */
  public boolean isGone() {
    return gone;
  }

  /** Says nothing of the key. */
  @Override
  public String toString() {
    return "HmacKey";
  }
}
