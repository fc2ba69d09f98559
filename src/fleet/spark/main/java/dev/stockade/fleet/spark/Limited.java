package dev.stockade.fleet.spark;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file up to a place: what is written behind it meanwhile is for the next time. */
final class Limited extends FilterInputStream {
  private long left;

  Limited(InputStream in, long length) {
    super(in);
    left = length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (left <= 0) {
      return -1;
    }
    int read = in.read(bytes, from, (int) Math.min(length, left));
    left -= Math.max(0, read);
    return read;
  }
}
