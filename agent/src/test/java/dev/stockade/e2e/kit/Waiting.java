package dev.stockade.e2e.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** Waits for what a running JVM does or writes into its journal. */
public final class Waiting {
  private Waiting() {}

  /** The first record that fits, and how long it took to come. */
  public static JsonObject forRecord(Path journal, int millis, Predicate<JsonObject> wanted)
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

  /** For something that takes a few seconds at most. */
  public static void until(Callable<Boolean> holds) throws Exception {
    long end = System.nanoTime() + 20_000_000_000L;
    while (!holds.call()) {
      assertThat(System.nanoTime()).describedAs("did not come true").isLessThan(end);
      Thread.sleep(200);
    }
  }

  public static Predicate<JsonObject> saying(String kind, String text) {
    return record ->
        record.get("kind").getAsString().equals(kind)
            && record.has("reason")
            && record.get("reason").getAsString().contains(text);
  }
}
