package dev.stockade.fleet.cloudtrail;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** UTF-8 text with limits: of all, and of what one record of it may be. */
final class BoundedText extends Reader {
  /** Objects and lists in one another; events have less than ten. */
  static final int NESTING = 64;

  /** Characters; an event has 256 KB at most (AWS CloudTrail User Guide, "Quotas"). */
  static final long RECORD = 1L << 20;

  /** Characters, unpacked; a file has some MB. */
  static final long ALL = 1L << 30;

  /** More text than there may be. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1;

    TooLong(String message) {
      super(message);
    }
  }

  private final Reader text;
  private long read;
  private long record;

  BoundedText(InputStream in) {
    text = new InputStreamReader(in, StandardCharsets.UTF_8);
  }

  /** From here on another record's characters are counted, to within what is read ahead. */
  void newRecord() {
    record = read;
  }

  @Override
  public int read(char[] to, int from, int length) throws IOException {
    if (read - record > RECORD) {
      throw new TooLong("an event is longer than " + (RECORD >> 20) + " MB");
    }
    if (read > ALL) {
      throw new TooLong("it is longer than " + (ALL >> 30) + " GB unpacked");
    }
    int count = text.read(to, from, length);
    read += Math.max(0, count);
    return count;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
