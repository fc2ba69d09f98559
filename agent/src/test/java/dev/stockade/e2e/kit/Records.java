package dev.stockade.e2e.kit;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a journal; a line that is not a JSON object fails. */
public final class Records {
  private Records() {}

  public static List<JsonObject> in(Path journal) throws IOException {
    List<JsonObject> records = new ArrayList<>();
    if (Files.exists(journal)) {
      for (String line : Files.readAllLines(journal)) {
        records.add(JsonParser.parseString(line).getAsJsonObject());
      }
    }
    return records;
  }

  /** How many requests or handshakes a record stands for: those alike are folded. */
  public static int count(JsonObject record) {
    return record.has("count") ? record.get("count").getAsInt() : 1;
  }

  /** A text in nested objects, by a path such as {@code tls.version}; null when absent. */
  public static String text(JsonObject record, String path) {
    JsonObject at = record;
    String[] names = path.split("\\.", -1);
    for (int i = 0; i < names.length - 1; i++) {
      at = at.getAsJsonObject(names[i]);
      if (at == null) {
        return null;
      }
    }
    return at.get(names[names.length - 1]) == null
        ? null
        : at.get(names[names.length - 1]).getAsString();
  }
}
