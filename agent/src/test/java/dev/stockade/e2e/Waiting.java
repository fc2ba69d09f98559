package dev.stockade.e2e;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** Waits for what a running JVM writes into its journal. */
final class Waiting {
  private Waiting() {}

  /** The first record that fits, and how long it took to come. */
  static JsonObject forRecord(Path journal, int millis, Predicate<JsonObject> wanted)
      throws Exception {
    long end = System.nanoTime() + millis * 1_000_000L;
    List<JsonObject> records = List.of();
    while (System.nanoTime() < end) {
      records = Records.in(journal);
      for (JsonObject record : records) {
        if (wanted.test(record)) {
          return record;
        }
      }
      Thread.sleep(20);
    }
    throw new AssertionError("no such record within " + millis + " ms in " + records);
  }

  static Predicate<JsonObject> saying(String kind, String text) {
    return record ->
        record.get("kind").getAsString().equals(kind)
            && record.has("reason")
            && record.get("reason").getAsString().contains(text);
  }
}
