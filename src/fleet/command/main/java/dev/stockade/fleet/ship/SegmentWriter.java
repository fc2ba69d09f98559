package dev.stockade.fleet.ship;

import dev.stockade.base.Digest;
import dev.stockade.base.PrivateFile;
import dev.stockade.cli.command.WholeFile;
import dev.stockade.cli.follow.tail.FollowedRecord;
import dev.stockade.fleet.ship.Segment.Stage;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.zip.GZIPOutputStream;

/** Writes a segment aside; it gets its name, and is seen, when it is whole and on the disk. */
final class SegmentWriter implements Closeable {
  private static final int HASH = 16;
  private static final int MAX_NAME = 64;

  private final Path folder;
  private final Path aside;
  private final FileChannel file;
  private final OutputStream out;
  private final MessageDigest hash = Digest.sha256();
  private String first = "unknown-0";
  private boolean named;
  private int records;

  SegmentWriter(Path folder) throws IOException {
    this.folder = folder;
    this.aside = folder.resolve("segment" + WholeFile.ASIDE);
    Files.deleteIfExists(aside);
    PrivateFile.create(aside.toFile());
    file = FileChannel.open(aside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    out = new GZIPOutputStream(Channels.newOutputStream(file), 1 << 16);
  }

  void add(byte[] line) throws IOException {
    name(line);
    out.write(line);
    out.write('\n');
    hash.update(line);
    hash.update((byte) '\n');
    records++;
  }

  Segment finish(long number, Stage stage, String hour) throws IOException {
    out.close();
    try (FileChannel written = FileChannel.open(aside, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    String name = first + "-" + Digest.hex(hash.digest()).substring(0, HASH);
    Path whole = folder.resolve(Segment.fileName(number, stage, hour, records, name));
    Files.move(aside, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return Segment.of(whole);
  }

  /** Of the first record: instance and pid, so that a person sees where it comes from. */
  private void name(byte[] line) {
    if (named) {
      return;
    }
    try {
      FollowedRecord record = FollowedRecord.of(new String(line, StandardCharsets.UTF_8));
      String instance = String.valueOf(record.instance()).replaceAll("[^A-Za-z0-9._-]", "_");
      first =
          instance.substring(0, Math.min(MAX_NAME, instance.length())) + "-" + record.number("pid");
      named = true;
    } catch (IllegalArgumentException e) {
      // A line that is none of Stockade's says nothing of where it comes from.
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(aside);
  }
}
