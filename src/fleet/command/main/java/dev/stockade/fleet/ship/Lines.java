package dev.stockade.fleet.ship;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a segment, each without its end; none is longer than the journals' reader allows.
 */
final class Lines implements Closeable {
  private final InputStream in;

  Lines(InputStream in) {
    this.in = in;
  }

  /** Null behind the last one. */
  byte[] next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(1_024);
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        return null;
      }
      line.write(b);
    }
    return line.toByteArray();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
