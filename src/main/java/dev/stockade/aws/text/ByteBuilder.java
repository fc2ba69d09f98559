package dev.stockade.aws.text;

import java.util.Arrays;

/** Bytes being written, in an array that is kept for the next request of the thread. */
public final class ByteBuilder {
  private static final int MAX_KEPT = 1 << 16;

  private byte[] array = new byte[1024];
  private int size;

  /** The bytes up to {@link #size}; a later append may replace the array. */
  public byte[] array() {
    return array;
  }

  public int size() {
    return size;
  }

  /** Forgets what was appended after a size. */
  public void cut(int size) {
    this.size = size;
  }

  /** Forgets everything, so that no request's values stay behind. */
  public void wipe() {
    if (array.length > MAX_KEPT) {
      array = new byte[1024];
    } else {
      Arrays.fill(array, 0, size, (byte) 0);
    }
    size = 0;
  }

  /** An array with room for more bytes after {@link #size}, for writers in a tight loop. */
  public byte[] reserve(int room) {
    make(room);
    return array;
  }

  private void make(int room) {
    if (array.length - size < room) {
      array = Arrays.copyOf(array, Math.max(array.length * 2, size + room));
    }
  }

  public void add(int value) {
    make(1);
    array[size++] = (byte) value;
  }

  public void add(byte[] bytes, int from, int to) {
    make(to - from);
    System.arraycopy(bytes, from, array, size, to - from);
    size += to - from;
  }

  /** Appends a string of ASCII characters. */
  public void addAscii(String text) {
    int length = text.length();
    make(length);
    byte[] bytes = array;
    int at = size;
    for (int i = 0; i < length; i++) {
      bytes[at + i] = (byte) text.charAt(i);
    }
    size += length;
  }

  /** The same, if it is one; else nothing. */
  public boolean addIfAscii(String text) {
    int length = text.length();
    make(length);
    byte[] bytes = array;
    int at = size;
    // No exit and no branch: the compiler unrolls it.
    int all = 0;
    for (int i = 0; i < length; i++) {
      int c = text.charAt(i);
      bytes[at + i] = (byte) c;
      all |= c;
    }
    if (all >= 0x80) {
      Arrays.fill(bytes, at, at + length, (byte) 0);
      return false;
    }
    size += length;
    return true;
  }

  public void add(CharSlice text) {
    text.appendTo(this);
  }

  /**
   * Appends the characters as they are written to the wire: one byte each, or UTF-8 for those that
   * are no byte.
   */
  public void addWire(String text, int from, int to) {
    make(3 * (to - from));
    byte[] bytes = array;
    int at = size;
    // No exit and no branch: the compiler unrolls it.
    int all = 0;
    for (int i = from; i < to; i++) {
      int c = text.charAt(i);
      bytes[at + i - from] = (byte) c;
      all |= c;
    }
    if (all < 0x100) {
      size = at + to - from;
      return;
    }
    for (int i = from; i < to; i++) {
      addWire(text.charAt(i));
    }
  }

  private void addWire(char c) {
    if (c < 0x100) {
      array[size++] = (byte) c;
    } else {
      addThree(c);
    }
  }

  /** Appends a character in UTF-8; half of a pair becomes three bytes of its own. */
  public void addUtf8(char c) {
    make(3);
    if (c < 0x80) {
      array[size++] = (byte) c;
    } else {
      addThree(c);
    }
  }

  private void addThree(char c) {
    if (c < 0x800) {
      array[size++] = (byte) (0xC0 | c >> 6);
    } else {
      array[size++] = (byte) (0xE0 | c >> 12);
      array[size++] = (byte) (0x80 | (c >> 6 & 0x3F));
    }
    array[size++] = (byte) (0x80 | (c & 0x3F));
  }

  /** Appends a code point above the basic plane in UTF-8. */
  public void addSupplementary(int point) {
    add(0xF0 | point >> 18);
    add(0x80 | (point >> 12 & 0x3F));
    add(0x80 | (point >> 6 & 0x3F));
    add(0x80 | (point & 0x3F));
  }

  public boolean same(int from, int to, int otherFrom, int otherTo) {
    if (to - from != otherTo - otherFrom) {
      return false;
    }
    for (int i = 0; i < to - from; i++) {
      if (array[from + i] != array[otherFrom + i]) {
        return false;
      }
    }
    return true;
  }
}
