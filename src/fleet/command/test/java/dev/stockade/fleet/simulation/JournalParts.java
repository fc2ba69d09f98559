package dev.stockade.fleet.simulation;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.SplittableRandom;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The journal of one life as rotation leaves it: {@code FILE} the newest, {@code FILE.1} before it
 * and, packed, {@code FILE.2.gz} and so on, each of the time of its last record; with the faults
 * that such files have.
 */
final class JournalParts implements AutoCloseable {
  /** Records of a part. */
  static final int PART = 2_000;

  private static final int REPEATED = 1_000;
  private static final int TORN = 20_000;
  private static final byte[] FOREIGN =
      "Picked up JAVA_TOOL_OPTIONS: -javaagent:/opt/stockade.jar\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final Path file;
  private final boolean packed;
  private final SplittableRandom random;
  private final Tally tally;
  private final long faulty;
  private long left;
  private long number;
  private Path part;
  private long last;
  private OutputStream out;

  /**
   * @param records that will come
   * @param packed the newest parts as well
   * @param faulty a line that has each fault behind it; 0 for none but those by chance
   */
  JournalParts(Path file, long records, boolean packed, long faulty, long seed, Tally tally) {
    this.file = file;
    this.left = (records + PART - 1) / PART;
    this.packed = packed;
    this.faulty = faulty;
    this.random = new SplittableRandom(~seed);
    this.tally = tally;
  }

  void take(LineText line, long time) {
    try {
      if (number++ % PART == 0) {
        next();
      }
      out.write(line.bytes(), 0, line.length());
      last = time;
      faults(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void faults(LineText line) throws IOException {
    if (random.nextInt(REPEATED) == 0 || number == faulty) {
      out.write(line.bytes(), 0, line.length());
      tally.add("repeated", 1);
    }
    int dice = random.nextInt(TORN);
    if (dice == 0 || number == faulty) {
      out.write(line.bytes(), 0, line.length() / 3);
      out.write('\n');
      tally.add("torn", 1);
    }
    if (dice == 1 || number == faulty) {
      out.write(FOREIGN);
      tally.add("foreign", 1);
    }
  }

  private void next() throws IOException {
    close();
    left--;
    String name = file.getFileName() + (left == 0 ? "" : "." + left);
    boolean pack = packed || left > 1;
    Files.createDirectories(file.getParent());
    part = file.resolveSibling(pack ? name + ".gz" : name);
    OutputStream raw = Files.newOutputStream(part);
    out = pack ? new FastGzip(raw) : new BufferedOutputStream(raw, 1 << 16);
    tally.add("files", 1);
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
      out = null;
      Files.setLastModifiedTime(part, FileTime.fromMillis(last));
    }
  }

  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
