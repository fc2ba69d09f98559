package dev.stockade.cli.journal;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The lines that were read, by their {@link LineScanner#key()}: journals repeat themselves. A hash
 * table with open addressing, from which nothing is ever removed, so that it is read without locks.
 * What does not fit any more is parsed each time.
 */
final class KnownLines {
  private static final int SLOTS = 1 << 16;
  private static final int MAX = SLOTS / 2;

  /** Of their keys; what was read of them takes some times as much. */
  private static final long MAX_BYTES = Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 20);

  private final AtomicReferenceArray<KnownLine> slots = new AtomicReferenceArray<>(SLOTS);
  private int count;
  private long bytes;

  /** Null for one that is not known. */
  KnownLine find(LineScanner line) {
    return slots.get(slot(line.key(), line.keyLength(), line.hash()));
  }

  /** Keeps it where there is room; another thread may have been earlier. */
  synchronized void keep(KnownLine line) {
    int length = line.key.capacity();
    int slot = slot(line.key, length, line.hash);
    if (slots.get(slot) == null && count < MAX && bytes + length <= MAX_BYTES) {
      slots.set(slot, line);
      count++;
      bytes += length;
    }
  }

  /** Where it is, or would be. */
  private int slot(ByteBuffer key, int length, int hash) {
    int slot = (hash ^ hash >>> 15) & (SLOTS - 1);
    KnownLine there = slots.get(slot);
    while (there != null && !is(there, key, length, hash)) {
      slot = (slot + 1) & (SLOTS - 1);
      there = slots.get(slot);
    }
    return slot;
  }

  private static boolean is(KnownLine line, ByteBuffer key, int length, int hash) {
    return line.hash == hash
        && line.key.capacity() == length
        && Words.areSame(line.key, key, length);
  }

  static ByteBuffer copy(LineScanner line) {
    byte[] bytes = new byte[line.keyLength()];
    System.arraycopy(line.key().array(), 0, bytes, 0, bytes.length);
    return Words.of(bytes);
  }
}
