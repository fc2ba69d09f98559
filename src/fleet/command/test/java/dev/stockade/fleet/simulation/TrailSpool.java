package dev.stockade.fleet.simulation;

import dev.stockade.base.IsoTime;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Gathers events by account, region and day of delivery, and writes the files in which CloudTrail
 * delivers them: {@code AWSLogs/ACCOUNT/CloudTrail/REGION/yyyy/MM/dd/….json.gz}.
 */
final class TrailSpool {
  private static final long WINDOW = 5 * 60_000;
  private static final int MAX_EVENTS = 2_000;

  private record Event(long delivered, String text) {}

  private final Path folder;
  private final Path trails;
  private final Map<String, DataOutputStream> streams = new TreeMap<>();

  TrailSpool(Path out) {
    this.folder = out.resolve(".spool");
    this.trails = out.resolve("trails/AWSLogs");
  }

  synchronized void add(String account, String region, long delivered, LineText event)
      throws IOException {
    String key = account + "_" + region + "_" + IsoTime.of(delivered).substring(0, 10);
    DataOutputStream out = streams.get(key);
    if (out == null) {
      Files.createDirectories(folder);
      out =
          new DataOutputStream(
              new BufferedOutputStream(Files.newOutputStream(folder.resolve(key)), 1 << 16));
      streams.put(key, out);
    }
    out.writeLong(delivered);
    out.writeInt(event.length());
    out.write(event.bytes(), 0, event.length());
  }

  /** Writes all files, also those of other kinds that lie beside them. */
  void finish() throws IOException {
    for (Map.Entry<String, DataOutputStream> stream : streams.entrySet()) {
      stream.getValue().close();
      Path spooled = folder.resolve(stream.getKey());
      String[] parts = stream.getKey().split("_", -1);
      write(parts[0], parts[1], events(spooled));
      Files.delete(spooled);
      other(parts[0], parts[1], parts[2], "CloudTrail-Digest", "{\"digestStartTime\":\"x\"}");
      other(parts[0], parts[1], parts[2], "CloudTrail-Insight", "{\"Records\":[{\"insight\":1}]}");
    }
    Files.deleteIfExists(folder);
  }

  private static List<Event> events(Path spooled) throws IOException {
    List<Event> events = new ArrayList<>();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(spooled), 1 << 16))) {
      while (true) {
        long delivered = in.readLong();
        byte[] text = in.readNBytes(in.readInt());
        events.add(new Event(delivered, new String(text, StandardCharsets.US_ASCII)));
      }
    } catch (EOFException e) {
      // All read.
    }
    events.sort(
        Comparator.comparingLong((Event event) -> event.delivered() / WINDOW)
            .thenComparing(Event::text));
    return events;
  }

  private void write(String account, String region, List<Event> events) throws IOException {
    int from = 0;
    while (from < events.size()) {
      long window = events.get(from).delivered() / WINDOW;
      int to = from;
      while (to < events.size()
          && to - from < MAX_EVENTS
          && events.get(to).delivered() / WINDOW == window) {
        to++;
      }
      file(account, region, window * WINDOW, from, events.subList(from, to));
      from = to;
    }
  }

  private void file(String account, String region, long at, int number, List<Event> events)
      throws IOException {
    String time = IsoTime.of(at);
    String name =
        account
            + "_CloudTrail_"
            + region
            + "_"
            + time.substring(0, 16).replaceAll("[-:]", "")
            + "Z_"
            + String.format(java.util.Locale.ROOT, "%016X", number * 0x9E3779B97F4A7C15L)
            + ".json.gz";
    Path day = day(account, "CloudTrail", region, time);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(day.resolve(name)))) {
      String before = "{\"Records\":[";
      for (Event event : events) {
        out.write(before.getBytes(StandardCharsets.US_ASCII));
        out.write(event.text().getBytes(StandardCharsets.US_ASCII));
        before = ",";
      }
      out.write("]}".getBytes(StandardCharsets.US_ASCII));
    }
  }

  private void other(String account, String region, String day, String kind, String text)
      throws IOException {
    Path file = day(account, kind, region, day).resolve(account + "_" + kind + "_x.json.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private Path day(String account, String kind, String region, String time) throws IOException {
    return Files.createDirectories(
        trails.resolve(
            account + "/" + kind + "/" + region + "/" + time.substring(0, 10).replace('-', '/')));
  }
}
