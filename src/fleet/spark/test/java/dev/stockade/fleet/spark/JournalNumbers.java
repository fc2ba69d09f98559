package dev.stockade.fleet.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** What journals tell, counted line by line with nothing of Stockade's. */
final class JournalNumbers {
  private static final List<String> NEEDED =
      List.of("time", "kind", "service", "instance", "pid", "seq");

  private final Set<String> seen = new HashSet<>();
  private final Map<String, Long> counts = new TreeMap<>();

  /** Rows as {@code service,kind,verdict,n}, in order. */
  List<String> rows() {
    List<String> rows = new ArrayList<>();
    counts.forEach((key, count) -> rows.add(key + "," + count));
    return rows;
  }

  long lines() {
    return seen.size();
  }

  /** Adds all journals below a folder. */
  void add(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) all.sorted()::iterator) {
        if (file.getFileName().toString().contains(".ndjson")) {
          lines(Files.readAllBytes(file)).forEach(this::line);
        }
      }
    }
  }

  private static Stream<String> lines(byte[] bytes) throws IOException {
    boolean packed = bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
    try (InputStream in = new ByteArrayInputStream(bytes);
        InputStream open = packed ? new GZIPInputStream(in) : in) {
      return new String(open.readAllBytes(), UTF_8).lines();
    }
  }

  private void line(String line) {
    JsonObject record = record(line);
    if (record == null || !record.keySet().containsAll(NEEDED) || !seen.add(line)) {
      return;
    }
    String verdict = record.has("verdict") ? record.get("verdict").getAsString() : "-";
    String key =
        String.join(
            ",", record.get("service").getAsString(), record.get("kind").getAsString(), verdict);
    counts.merge(key, record.has("count") ? record.get("count").getAsLong() : 1, Long::sum);
  }

  private static JsonObject record(String line) {
    try {
      return line.startsWith("{") && line.endsWith("}")
          ? JsonParser.parseString(line).getAsJsonObject()
          : null;
    } catch (JsonParseException e) {
      return null;
    }
  }
}
