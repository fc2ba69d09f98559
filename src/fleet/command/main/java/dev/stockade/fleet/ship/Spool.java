package dev.stockade.fleet.ship;

import dev.stockade.cli.command.WholeFile;
import dev.stockade.fleet.ship.Segment.Stage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Segments that wait to be sent, in order. Survives the process. Thread-safe. */
final class Spool implements Closeable {
  private static final long NONE = -1;

  private final Path folder;
  private final TreeMap<Long, Segment> segments = new TreeMap<>();
  private OpenSegment open;
  private long bytes;
  private long records;

  /** The one that was tried: it may have arrived, so that it must not change any more. */
  private long tried = NONE;

  /** The one of which something is being given up: it is not sent meanwhile, or it came twice. */
  private long rewritten = NONE;

  private Spool(Path folder) {
    this.folder = folder;
  }

  /** As the checkpoint says; what came behind it is read again and so removed here. */
  static Spool open(Path folder, Checkpoint checkpoint) throws IOException {
    Spool spool = new Spool(Files.createDirectories(folder));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        spool.find(file, checkpoint);
      }
    }
    // The process before may have tried the oldest one just before it ended.
    spool.tried = spool.segments.isEmpty() ? NONE : spool.segments.firstKey();
    spool.open = OpenSegment.at(spool.openFile(checkpoint.open), checkpoint.length);
    return spool;
  }

  private void find(Path file, Checkpoint checkpoint) throws IOException {
    Segment segment = Segment.of(file);
    boolean isOpen = file.equals(openFile(checkpoint.open));
    if (segment == null ? !isOpen && isOwn(file) : segment.number >= checkpoint.open) {
      Files.delete(file);
    } else if (segment != null) {
      Segment other = segments.get(segment.number);
      if (other == null || segment.stage.compareTo(other.stage) > 0) {
        put(segment);
      } else {
        Files.delete(file);
      }
    }
  }

  private static boolean isOwn(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("open-") || name.endsWith(WholeFile.ASIDE);
  }

  private Path openFile(long number) {
    return folder.resolve("open-%012d.gz".formatted(number));
  }

  Path folder() {
    return folder;
  }

  /** The one that grows. */
  OpenSegment growing() {
    return open;
  }

  /** Takes a segment that was made of {@link #growing}, and begins a new one. */
  synchronized void add(Segment segment) throws IOException {
    open.delete();
    open = OpenSegment.at(openFile(segment.number + 1), 0);
    put(segment);
    notifyAll();
  }

  /** Puts a segment in the place of one that was taken to be {@link #rewrite written anew}. */
  synchronized void replace(Segment segment) throws IOException {
    put(segment);
  }

  /** The one that was taken to be written anew may be sent, whether it was replaced or not. */
  synchronized void release() {
    rewritten = NONE;
    notifyAll();
  }

  private void put(Segment segment) throws IOException {
    Segment before = segments.put(segment.number, segment);
    bytes += segment.size;
    records += segment.records;
    if (before != null) {
      forget(before);
      if (!before.file.equals(segment.file)) {
        Files.deleteIfExists(before.file);
      }
    }
  }

  private void forget(Segment segment) {
    bytes -= segment.size;
    records -= segment.records;
  }

  /** The oldest one, waited for; null when there is none after that time. */
  synchronized Segment take(long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long rest = millis;
        !hasNext() && rest > 0;
        rest = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
      wait(rest);
    }
    if (!hasNext()) {
      return null;
    }
    Segment oldest = segments.firstEntry().getValue();
    tried = oldest.number;
    return oldest;
  }

  private boolean hasNext() {
    return !segments.isEmpty() && segments.firstKey() != rewritten;
  }

  synchronized void remove(Segment segment) throws IOException {
    Files.deleteIfExists(segment.file);
    segments.remove(segment.number);
    forget(segment);
  }

  /**
   * Takes the oldest of which something more can be given up, to write it anew. It is not sent
   * until it is {@link #release released}.
   *
   * @return null for none
   */
  synchronized Segment rewrite(Stage below) {
    Segment oldest =
        segments.values().stream()
            .filter(segment -> segment.number != tried && segment.stage.compareTo(below) < 0)
            .findFirst()
            .orElse(null);
    rewritten = oldest == null ? NONE : oldest.number;
    return oldest;
  }

  synchronized boolean isEmpty() {
    return segments.isEmpty();
  }

  /** On the disk, with the one that grows. */
  synchronized long bytes() {
    return bytes + open.length();
  }

  /** In segments that wait. */
  synchronized long records() {
    return records;
  }

  @Override
  public void close() throws IOException {
    open.close();
  }
}
