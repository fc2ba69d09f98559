package dev.stockade.fleet.ship;

import dev.stockade.base.PrivateFile;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The segment that still grows: packed members (RFC 1952, section 2.2), one for each round of
 * reading. What is behind the length of the last checkpoint was read, but not taken note of: a
 * restart cuts it off and reads it again.
 */
final class OpenSegment implements Closeable {
  private final Path path;
  private final FileChannel file;
  private long length;

  private OpenSegment(Path path, FileChannel file, long length) {
    this.path = path;
    this.file = file;
    this.length = length;
  }

  static OpenSegment at(Path path, long length) throws IOException {
    PrivateFile.create(path.toFile());
    FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (file.size() < length) {
      file.close();
      throw new IOException(path + " is shorter than the checkpoint says");
    }
    return new OpenSegment(path, file.truncate(length).position(length), length);
  }

  /** Comes back when the lines are on the disk. */
  void append(byte[] lines) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(lines.length / 4 + 64);
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(lines);
    }
    ByteBuffer rest = ByteBuffer.wrap(packed.toByteArray());
    while (rest.hasRemaining()) {
      file.write(rest);
    }
    file.force(true);
    length += packed.size();
  }

  /** Bytes. */
  long length() {
    return length;
  }

  /** Its lines so far. */
  InputStream open() throws IOException {
    return new GZIPInputStream(Files.newInputStream(path), 1 << 16);
  }

  void delete() throws IOException {
    file.close();
    Files.deleteIfExists(path);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
