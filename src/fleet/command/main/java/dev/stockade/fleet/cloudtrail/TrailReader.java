package dev.stockade.fleet.cloudtrail;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Reads the events of one file one by one: {@code {"Records":[…]}}. What it takes of memory is
 * bounded, whatever the file holds.
 */
final class TrailReader {
  private final TrailEvent event = new TrailEvent();
  private final Consumer<TrailEvent> out;
  private final Map<String, Long> aside = new TreeMap<>();
  private long read;

  /**
   * @param out takes each event; it is the same object each time
   */
  TrailReader(Consumer<TrailEvent> out) {
    this.out = out;
  }

  /** Events so far, those in {@link #aside} too. */
  long read() {
    return read;
  }

  /** By why, how many were no rows. */
  Map<String, Long> aside() {
    return aside;
  }

  /**
   * Reads a file.
   *
   * @param packed whether it is gzip
   * @throws BrokenTrail when it is no trail or not whole; what came before stays read
   */
  void read(InputStream in, boolean packed) throws BrokenTrail {
    try (BoundedText text = new BoundedText(packed ? new GZIPInputStream(in, 1 << 16) : in);
        JsonReader json = new JsonReader(text)) {
      json.setNestingLimit(BoundedText.NESTING);
      file(json, text);
    } catch (IOException | IllegalStateException | NumberFormatException e) {
      throw BrokenTrail.of(e);
    }
  }

  private void file(JsonReader json, BoundedText text) throws IOException, BrokenTrail {
    boolean found = false;
    json.beginObject();
    while (json.hasNext()) {
      if (json.nextName().equals("Records") && json.peek() == JsonToken.BEGIN_ARRAY) {
        found = true;
        json.beginArray();
        while (json.hasNext()) {
          text.newRecord();
          record(json);
        }
        json.endArray();
      } else {
        json.skipValue();
      }
    }
    json.endObject();
    if (!found) {
      throw new BrokenTrail("it has no list Records");
    }
    if (json.peek() != JsonToken.END_DOCUMENT) {
      throw new BrokenTrail("more follows its end");
    }
  }

  private void record(JsonReader json) throws IOException {
    if (json.peek() != JsonToken.BEGIN_OBJECT) {
      json.skipValue();
      take("no object");
      return;
    }
    event.clear();
    members(json, "");
    take(event.lack());
  }

  private void take(String lack) {
    read++;
    if (lack == null) {
      out.accept(event);
    } else {
      aside.merge(lack, 1L, Long::sum);
    }
  }

  private void members(JsonReader json, String group) throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      if (json.peek() == JsonToken.STRING) {
        event.put(group + name, json.nextString());
      } else if (group.isEmpty()
          && json.peek() == JsonToken.BEGIN_OBJECT
          && TrailColumns.isGroup(name)) {
        members(json, name + ".");
      } else {
        json.skipValue();
      }
    }
    json.endObject();
  }
}
