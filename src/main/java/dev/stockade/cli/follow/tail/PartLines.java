package dev.stockade.cli.follow.tail;

import dev.stockade.base.Digest;
import dev.stockade.cli.journal.HeldLine;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.zip.GZIPInputStream;

/**
 * The lines of one part of a journal from a place on. A line that has no end yet is not there: its
 * writer is at it.
 */
final class PartLines implements Closeable {
  /** By so many bytes of its first line a part is known again. */
  private static final int MARK = 4_096;

  private final InputStream in;

  /** Null where it is packed, and so has to be read to the place. */
  private final FileChannel file;

  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private final HeldLine line = new HeldLine();

  /** Of the next byte in the buffer. */
  private long read;

  /** Behind the last whole line. */
  private long position;

  private PartLines(InputStream in, FileChannel file) {
    this.in = in;
    this.file = file;
  }

  /** At its start; a packed one is read as it was before. */
  static PartLines open(Path part) throws IOException {
    FileChannel file = FileChannel.open(part, StandardOpenOption.READ);
    InputStream in = Channels.newInputStream(file);
    if (!part.toString().endsWith(".gz")) {
      return new PartLines(in, file);
    }
    try {
      return new PartLines(new GZIPInputStream(in, 1 << 16), null);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /**
   * What the part is known by, whatever its file is called. To be asked first.
   *
   * @return null where its first line has no end yet
   */
  String mark() throws IOException {
    int stop = 0;
    while (stop < MARK) {
      if (stop == end) {
        int more = in.read(buffer, end, buffer.length - end);
        if (more <= 0) {
          return null;
        }
        end += more;
      }
      if (buffer[stop++] == '\n') {
        break;
      }
    }
    MessageDigest hash = Digest.sha256();
    hash.update(buffer, 0, stop);
    return Digest.hex(hash.digest()).substring(0, 32);
  }

  /**
   * Goes to a place behind a line.
   *
   * @return false where the part is shorter than that
   */
  boolean skipTo(long place) throws IOException {
    position = place;
    if (file != null && place > end) {
      read = place;
      at = 0;
      end = 0;
      file.position(place);
      return file.size() >= place;
    }
    while (read < place) {
      if (at == end && !fill()) {
        return false;
      }
      int step = (int) Math.min(end - at, place - read);
      at += step;
      read += step;
    }
    return true;
  }

  /** Goes to the next line that has an end; false when there is none. */
  boolean next() throws IOException {
    line.clear();
    while (at < end || fill()) {
      int stop = at;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      line.take(buffer, at, stop);
      read += stop - at;
      at = stop;
      if (stop < end) {
        at++;
        read++;
        position = read;
        return true;
      }
    }
    return false;
  }

  /** Whether the line has more than {@link HeldLine#MAX_LENGTH} bytes, and none are held. */
  boolean isTooLong() {
    return line.isTooLong();
  }

  byte[] bytes() {
    return line.bytes();
  }

  /** Behind the last line that had an end. */
  long position() {
    return position;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
