package dev.stockade.cli.follow.otlp;

import dev.stockade.cli.command.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Requests on the disk, packed, in the order in which they are to be sent. What is in it survives
 * the process. Thread-safe.
 */
public final class Spool {
  private static final Pattern NAME = Pattern.compile("([0-9]{18})-([0-9]{1,9})\\.json\\.gz");

  private final Path folder;
  private final long max;

  /** By their numbers. */
  private final TreeMap<Long, Batch> batches = new TreeMap<>();

  private long bytes;
  private long next = 1;

  /**
   * Opens it with what a process before has left.
   *
   * @param max bytes that may be in it before {@link #isFull}
   */
  public Spool(Path folder, long max) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.max = max;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches()) {
          long number = Long.parseLong(name.group(1));
          add(number, new Batch(file, Integer.parseInt(name.group(2)), Files.size(file)));
          next = Math.max(next, number + 1);
        } else if (file.toString().endsWith(WholeFile.ASIDE)) {
          Files.delete(file);
        }
      }
    }
  }

  /** Comes back when the request is on the disk. */
  public synchronized void add(String request, int records) throws IOException {
    byte[] packed = packed(request);
    Path file = folder.resolve(String.format("%018d-%d.json.gz", next, records));
    WholeFile.write(file, packed);
    add(next++, new Batch(file, records, packed.length));
    notifyAll();
  }

  /**
   * As a request is sent.
   *
   * @param request ASCII
   */
  static byte[] packed(String request) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(request.getBytes(StandardCharsets.US_ASCII));
    }
    return packed.toByteArray();
  }

  /** The one that is to be sent next; null when there is none. */
  synchronized Batch oldest() {
    Map.Entry<Long, Batch> first = batches.firstEntry();
    return first == null ? null : first.getValue();
  }

  /** Waits until there is one, or that time is over. */
  synchronized void await(long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long rest = millis;
        batches.isEmpty() && rest > 0;
        rest = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
      wait(rest);
    }
  }

  /** Forgets the oldest one. */
  synchronized void removeOldest() throws IOException {
    Batch batch = batches.firstEntry().getValue();
    Files.deleteIfExists(batch.file);
    batches.pollFirstEntry();
    bytes -= batch.size;
  }

  public synchronized boolean isEmpty() {
    return batches.isEmpty();
  }

  /** Whether nothing may be added before something was sent. */
  public synchronized boolean isFull() {
    return bytes >= max;
  }

  public synchronized long bytes() {
    return bytes;
  }

  private void add(long number, Batch batch) {
    batches.put(number, batch);
    bytes += batch.size;
  }

  /** One request. */
  static final class Batch {
    final Path file;
    final int records;
    private final long size;

    Batch(Path file, int records, long size) {
      this.file = file;
      this.records = records;
      this.size = size;
    }
  }
}
