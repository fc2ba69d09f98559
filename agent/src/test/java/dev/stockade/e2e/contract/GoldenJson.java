package dev.stockade.e2e.contract;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** JSON as it can be compared: without what differs from run to run. */
final class GoldenJson {
  private static final Set<String> TIMES = Set.of("time", "first", "last", "notBefore", "notAfter");
  private static final Set<String> NUMBERS =
      Set.of("seq", "pid", "port", "count", "durationMillis");
  private static final Set<String> TEXTS =
      Set.of(
          "prev",
          "group",
          "java",
          "vendor",
          "stockade",
          "process",
          "certificate",
          "clientCertificate",
          "serial",
          "signatureScheme");

  private GoldenJson() {}

  /**
   * The fields of an object in their order, one a line, with types; elements of an array are taken
   * together.
   *
   * @param valued the paths whose values belong to it
   */
  static List<String> fields(JsonObject object, Predicate<String> valued) {
    Set<String> lines = new LinkedHashSet<>();
    addFields(lines, "", object, valued);
    return new ArrayList<>(lines);
  }

  private static void addFields(
      Set<String> lines, String path, JsonElement value, Predicate<String> valued) {
    if (value.isJsonObject()) {
      for (Map.Entry<String, JsonElement> member : value.getAsJsonObject().entrySet()) {
        String name = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
        addFields(lines, name, member.getValue(), valued);
      }
      if (value.getAsJsonObject().isEmpty()) {
        lines.add(path + ": {}");
      }
    } else if (value.isJsonArray()) {
      for (JsonElement element : value.getAsJsonArray()) {
        addFields(lines, path + "[]", element, valued);
      }
      if (value.getAsJsonArray().isEmpty()) {
        lines.add(path + ": []");
      }
    } else {
      lines.add(path + ": " + (valued.test(path) ? value : type(value.getAsJsonPrimitive())));
    }
  }

  private static String type(JsonPrimitive value) {
    return value.isString() ? "text" : value.isBoolean() ? "true or false" : "number";
  }

  /** A record with each volatile value replaced by one of its type; texts are cleaned. */
  static JsonObject steady(JsonObject record, UnaryOperator<String> clean) {
    return steady("", record, clean).getAsJsonObject();
  }

  private static JsonElement steady(String name, JsonElement value, UnaryOperator<String> clean) {
    if (value.isJsonObject()) {
      JsonObject object = new JsonObject();
      boolean counts = name.equals("counts");
      value
          .getAsJsonObject()
          .entrySet()
          .forEach(
              member ->
                  object.add(
                      member.getKey(),
                      counts
                          ? new JsonPrimitive(0)
                          : steady(member.getKey(), member.getValue(), clean)));
      return object;
    }
    if (value.isJsonArray()) {
      JsonArray array = new JsonArray();
      value.getAsJsonArray().forEach(element -> array.add(steady("", element, clean)));
      return array;
    }
    if (TIMES.contains(name)) {
      return new JsonPrimitive(value.getAsString().replaceAll("[0-9]", "0"));
    }
    if (NUMBERS.contains(name)) {
      return new JsonPrimitive(value.getAsNumber().intValue() > 0 ? 1 : 0);
    }
    if (TEXTS.contains(name)) {
      return new JsonPrimitive(name.toUpperCase(java.util.Locale.ROOT));
    }
    return value.getAsJsonPrimitive().isString()
        ? new JsonPrimitive(clean.apply(value.getAsString()))
        : value;
  }
}
