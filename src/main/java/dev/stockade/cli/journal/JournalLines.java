package dev.stockade.cli.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.zip.GZIPInputStream;

/**
 * The lines of one file of a journal. A file from outside may be a single line of any length, so no
 * more of a line is held than a record can have.
 */
final class JournalLines implements Closeable {
  private final InputStream in;
  private final MessageDigest digest;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private final HeldLine line = new HeldLine();
  private long number;

  /**
   * @param digest gets every byte of a line, also of one that is too long to be held; null for none
   */
  private JournalLines(InputStream in, MessageDigest digest) {
    this.in = in;
    this.digest = digest;
  }

  static JournalLines open(Path part, MessageDigest digest) throws IOException {
    InputStream file = Files.newInputStream(part);
    boolean packed = part.toString().endsWith(".gz");
    return new JournalLines(packed ? new GZIPInputStream(file, 1 << 16) : file, digest);
  }

  /** Goes to the next line; false when there is none. */
  boolean next() throws IOException {
    line.clear();
    boolean any = false;
    while (fill()) {
      any = true;
      int stop = at;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      take(stop);
      if (stop < end) {
        at = stop + 1;
        number++;
        return true;
      }
      at = end;
    }
    number += any ? 1 : 0;
    return any;
  }

  /** Of the line that was read last; the first is 1. */
  long number() {
    return number;
  }

  /** Whether it has more than {@link HeldLine#MAX_LENGTH} bytes, and no text therefore. */
  boolean isTooLong() {
    return line.isTooLong();
  }

  String text() {
    return line.text();
  }

  private void take(int stop) {
    if (digest != null) {
      digest.update(buffer, at, stop - at);
    }
    line.take(buffer, at, stop);
  }

  private boolean fill() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, in.read(buffer));
    }
    return at < end;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
