package dev.stockade.fleet.source;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.fleet.storage.FileOpener;
import dev.stockade.fleet.storage.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPInputStream;

/**
 * One file of a journal.
 *
 * @param name for people, and by which it is known the next time
 * @param journal name of the journal that it is a part of
 */
public record Source(
    FileOpener storage,
    StoredFile file,
    String name,
    String journal,
    boolean isLocal,
    Instant now) {
  /** After this time nobody finishes a line. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  private static final int BUFFER = 1 << 16;

  public long size() {
    return file.size();
  }

  public boolean isPacked() {
    return name.endsWith(".gz");
  }

  /** Whether it never changes under this name and size, so that it need not be opened. */
  public boolean isFixed() {
    return !isLocal || isPacked();
  }

  /** Whether nothing comes behind its last line: put aside, packed, on S3, or left alone. */
  public boolean isClosed() {
    return isFixed() || !name.equals(journal) || file.modified().isBefore(now.minus(PATIENCE));
  }

  /** Its bytes, unpacked, from an offset on. */
  public InputStream open(long offset) throws IOException {
    if (!isPacked()) {
      return storage.open(file.key(), offset);
    }
    InputStream packed = storage.open(file.key(), 0);
    try {
      InputStream in = new GZIPInputStream(packed, BUFFER);
      in.skipNBytes(offset);
      return in;
    } catch (IOException e) {
      packed.close();
      throw e;
    }
  }

  /** The folder that is so many levels above the file; 1 is the one that it lies in. */
  public String folder(int levels) {
    String[] parts = name.split("/", -1);
    int place = parts.length - 1 - levels;
    if (place < 0 || parts[place].isEmpty()) {
      throw CommandFailure.usage(
          name + ": has no folder " + levels + " levels above it, as --host-from-path asks for");
    }
    return parts[place];
  }
}
