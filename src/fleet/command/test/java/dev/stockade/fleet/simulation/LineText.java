package dev.stockade.fleet.simulation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds one line in bytes: a record takes a microsecond or two, and leaves no garbage. */
final class LineText {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ELLIPSIS = "…".getBytes(StandardCharsets.UTF_8);

  private final Stamp stamp = new Stamp();
  private byte[] bytes = new byte[16_384];
  private int length;

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** To be called before what goes beyond half of the buffer can come: at the start of a line. */
  LineText clear() {
    length = 0;
    return this;
  }

  /** ASCII that needs no escape. */
  LineText add(String ascii) {
    int size = ascii.length();
    room(size);
    for (int i = 0; i < size; i++) {
      bytes[length++] = (byte) ascii.charAt(i);
    }
    return this;
  }

  LineText add(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
    return this;
  }

  LineText number(long value) {
    return add(Long.toString(value));
  }

  /** The last characters of an access key id, as records have them. */
  LineText key(String lastFour) {
    return add(ELLIPSIS).add(lastFour);
  }

  LineText time(long millis) {
    room(Stamp.LENGTH);
    stamp.put(millis, bytes, length);
    length += Stamp.LENGTH;
    return this;
  }

  /** Takes back the last bytes. */
  LineText cut(int count) {
    length -= count;
    return this;
  }

  /** Sixteen hexadecimal digits. */
  LineText hex(long value) {
    room(16);
    for (int shift = 60; shift >= 0; shift -= 4) {
      bytes[length++] = HEX[(int) (value >>> shift) & 15];
    }
    return this;
  }

  /** A UUID of version 4. */
  LineText uuid(long high, long low) {
    int start = length;
    hex(high);
    hex(low);
    room(4);
    int[] groups = {0, 8, 12, 16, 20, 32};
    for (int group = 4; group >= 1; group--) {
      System.arraycopy(
          bytes,
          start + groups[group],
          bytes,
          start + groups[group] + group,
          groups[group + 1] - groups[group]);
      bytes[start + groups[group] + group - 1] = '-';
    }
    length += 4;
    bytes[start + 14] = '4';
    bytes[start + 19] = HEX[8 + (int) (low >>> 60 & 3)];
    return this;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * (length + more));
    }
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
