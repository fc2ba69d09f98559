package dev.stockade.cli.journal;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * One file of a journal in blocks of whole lines, which several threads can read at once. No more
 * than a line that a record can have is held, however long a file's lines are.
 */
final class JournalBlocks implements Closeable {
  private static final int SIZE = 1 << 18;

  /** A line feed behind the longest line. */
  private static final int MAX_SIZE = HeldLine.MAX_LENGTH + 1;

  private final Counted file;
  private final InputStream in;
  private byte[] rest = new byte[0];
  private int restLength;
  private boolean isAtEnd;

  /** What ended the file before its end, to be thrown behind the lines that were read. */
  private IOException failure;

  private JournalBlocks(Path part) throws IOException {
    file = new Counted(Files.newInputStream(part));
    try {
      in = part.toString().endsWith(".gz") ? new GZIPInputStream(file, 1 << 16) : file;
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  static JournalBlocks open(Path part) throws IOException {
    return new JournalBlocks(part);
  }

  /** The bytes of the file that were read, packed as they are. */
  long position() {
    return file.count;
  }

  /**
   * The next lines.
   *
   * @return null behind the last one
   * @throws IOException when the file cannot be read any further, behind its last whole line
   */
  Block next() throws IOException {
    byte[] bytes = Arrays.copyOf(rest, Math.max(SIZE, restLength));
    int length = fill(bytes, restLength);
    int end = endOfLines(bytes, length);
    while (end == 0 && !isAtEnd && bytes.length < MAX_SIZE) {
      bytes = Arrays.copyOf(bytes, Math.min(2 * bytes.length, MAX_SIZE));
      length = fill(bytes, length);
      end = endOfLines(bytes, length);
    }
    if (end == 0 && length == MAX_SIZE) {
      skipLine();
      return new Block(bytes, 0, true);
    }
    keep(bytes, end, length);
    if (end == 0 && failure != null) {
      IOException thrown = failure;
      failure = null;
      throw thrown;
    }
    return end == 0 ? null : new Block(bytes, end, false);
  }

  private int fill(byte[] bytes, int from) {
    int length = from;
    while (length < bytes.length && !isAtEnd) {
      try {
        int read = in.read(bytes, length, bytes.length - length);
        isAtEnd = read < 0;
        length += Math.max(0, read);
      } catch (IOException e) {
        failure = e;
        isAtEnd = true;
      }
    }
    return length;
  }

  /** Of a file that ends well, a last line without a line feed is one too. */
  private int endOfLines(byte[] bytes, int length) {
    if (isAtEnd && failure == null && length < MAX_SIZE) {
      return length;
    }
    int end = length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  private void skipLine() {
    byte[] bytes = new byte[SIZE];
    while (true) {
      int length = fill(bytes, 0);
      for (int i = 0; i < length; i++) {
        if (bytes[i] == '\n') {
          keep(bytes, i + 1, length);
          return;
        }
      }
      if (isAtEnd) {
        restLength = 0;
        return;
      }
    }
  }

  private void keep(byte[] bytes, int from, int to) {
    rest = Arrays.copyOfRange(bytes, from, to);
    restLength = to - from;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Counts what is read of a file. */
  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
